import { type LegalEntityView, listLegalEntities } from '#modules/organizations/contract.ts'
import { viewPaymentSchedule } from '#modules/payments/contract.ts'
import { useView } from '#web/lib/useView.ts'
import { ScheduleForm } from '#web/modules/payments/ScheduleForm.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** When each legal entity pays approved invoices. */
export const PaymentSchedulesPage = () => {
  const { data, error, refetch } = useView(listLegalEntities, { withArchived: false })
  return (
    <>
      <PageHeader title="Payment schedules" subtitle="When each legal entity pays approved invoices" />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data || error ? null : <SkeletonList rows={3} label="Loading the schedules" shape="lines" />}
      {data?.items.map(({ id, name }) => (
        <Schedule key={id} id={id} name={name} />
      ))}
    </>
  )
}

const Schedule = ({ id, name }: Pick<LegalEntityView, 'id' | 'name'>) => {
  const { data, error } = useView(viewPaymentSchedule, { legalEntityId: id })
  return (
    <Section title={name}>
      <ProblemNote problem={error} />
      {data ? <ScheduleForm key={data.version} schedule={data} /> : null}
    </Section>
  )
}
