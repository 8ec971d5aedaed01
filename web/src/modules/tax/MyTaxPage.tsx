import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconReceiptTax } from '@tabler/icons-react'
import { listMyTaxForms } from '#modules/tax/contract.ts'
import { PapersTabs } from '#web/app/PapersTabs.tsx'
import { useView } from '#web/lib/useView.ts'
import { TaxFormCard } from '#web/modules/tax/TaxFormCard.tsx'
import { W9Form } from '#web/modules/tax/W9Form.tsx'
import { CutNote } from '#web/ui/CutNote.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** The tax forms the contractor has signed, and a new one when something has changed. */
export const MyTaxPage = () => {
  const { data, error, refetch } = useView(listMyTaxForms, {})
  const [isSigning, signing] = useDisclosure()
  const forms = data?.items ?? []
  return (
    <>
      <PapersTabs />
      <PageHeader
        title="Tax forms"
        subtitle="What you have signed for the tax authorities."
        actions={
          forms.length > 0 && !isSigning ? (
            <Button variant="default" onClick={signing.open}>
              Sign a new W-9
            </Button>
          ) : undefined
        }
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <CutNote list={data} noun="tax forms" />
      {data === undefined && !error ? <SkeletonList rows={4} label="Loading your tax forms" shape="lines" /> : null}
      {isSigning ? (
        <Section
          title="A new Form W-9"
          description="It takes the place of the one before as soon as you have signed."
          actions={
            <Button variant="subtle" color="gray" size="xs" onClick={signing.close}>
              Cancel
            </Button>
          }
        >
          <W9Form onSigned={signing.close} />
        </Section>
      ) : null}
      {data && forms.length === 0 && !isSigning ? (
        <Section flush>
          <EmptyState
            icon={IconReceiptTax}
            title="Your tax forms will be here"
            action={<Button onClick={signing.open}>Sign Form W-9</Button>}
          >
            We need your W-9 before we can pay you.
          </EmptyState>
        </Section>
      ) : null}
      {forms.map((form) => (
        <TaxFormCard key={form.id} form={form} number={form.tinMasked ?? 'Applied for'} mayOpen />
      ))}
    </>
  )
}
