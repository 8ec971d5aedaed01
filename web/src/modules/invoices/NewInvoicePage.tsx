import { IconBriefcase } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { listMyInvoices } from '#modules/invoices/contract.ts'
import { type AssignmentRow, billableStatuses, listMyAssignments } from '#modules/work/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { NewInvoiceForm } from '#web/modules/invoices/NewInvoiceForm.tsx'
import { numberAfter } from '#web/modules/invoices/typedInvoice.ts'
import { priceWords } from '#web/modules/work/priceWords.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** A new invoice: for which work, then its lines or a file. */
export const NewInvoicePage = () => {
  const { here } = useSession()
  const { assignment: named }: Readonly<{ assignment?: unknown }> = useSearch({ strict: false })
  const work = useView(listMyAssignments, { status: [...billableStatuses], limit: 100 })
  const last = useView(listMyInvoices, { limit: 1 })
  const problem = work.error ?? last.error
  const all = work.data?.items ?? []
  const chosen = all.find(({ id }) => id === named) ?? (all.length === 1 ? all[0] : undefined)
  const isLoaded = work.data !== undefined && last.data !== undefined
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, 'portal/invoices'), label: 'Invoices' }}
        title="New invoice"
        subtitle={chosen ? `For “${chosen.title}”, ${priceWords(chosen)}` : 'What is it for?'}
      />
      <ProblemNote problem={problem} onRetry={() => void Promise.all([work.refetch(), last.refetch()])} />
      {isLoaded || problem ? null : <SkeletonList rows={4} label="Loading your work" shape="lines" />}
      {isLoaded && !chosen ? <WorkChoice work={all} /> : null}
      {isLoaded && chosen ? (
        <NewInvoiceForm key={chosen.id} assignment={chosen} number={numberAfter(last.data?.items[0])} />
      ) : null}
    </>
  )
}

const WorkChoice = ({ work }: Readonly<{ work: readonly AssignmentRow[] }>) => {
  const { here } = useSession()
  return (
    <Section flush>
      {work.length === 0 ? (
        <EmptyState icon={IconBriefcase} title="Nothing to invoice yet">
          Once work that you accepted has begun, you write its invoices here.
        </EmptyState>
      ) : (
        <Rows>
          {work.map((assignment) => (
            <Row
              key={assignment.id}
              to={`${pathIn(here.slug, 'portal/invoices/new')}?assignment=${assignment.id}`}
              title={assignment.title}
              detail={assignment.projectName}
            >
              <RowEnd figure={priceWords(assignment)} />
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  )
}
