import { IconReceiptTax } from '@tabler/icons-react'
import { listTaxForms, revealTin, type TaxFormView } from '#modules/tax/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useView } from '#web/lib/useView.ts'
import { TaxFormCard } from '#web/modules/tax/TaxFormCard.tsx'
import { CutNote } from '#web/ui/CutNote.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { MaskedValue } from '#web/ui/MaskedValue.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** The tax forms of a contractor, their numbers masked. */
export const ContractorTaxForms = ({ contractor }: OfContractor) => {
  const { data, error, refetch } = useView(listTaxForms, { contractorId: contractor.id })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={4} label="Loading the tax forms" shape="lines" />
  if (data.items.length === 0) {
    return (
      <Section flush>
        <EmptyState icon={IconReceiptTax} title="No tax form is signed yet">
          {contractor.displayName} signs Form W-9 in the portal. Without it, part of each payment has to be withheld.
        </EmptyState>
      </Section>
    )
  }
  return (
    <>
      {data.items.map((form) => (
        <TaxFormCard
          key={form.id}
          form={form}
          mayOpen={form.can.open}
          number={<TaxNumber form={form} mayReveal={form.can.reveal} />}
        />
      ))}
      <CutNote list={data} noun="tax forms" />
    </>
  )
}

const TaxNumber = ({ form, mayReveal }: Readonly<{ form: TaxFormView; mayReveal: boolean }>) => {
  const revealing = useCommand(revealTin, ['audit'])
  const { id: taxFormId, tinMasked } = form
  if (tinMasked === null) return 'Applied for'
  const show = async (reason: string) => (await revealing.mutateAsync({ taxFormId, reason })).tin
  return <MaskedValue label="Number" masked={tinMasked} {...(mayReveal ? { onReveal: show } : {})} />
}
