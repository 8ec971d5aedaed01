import { Button, Group, Kbd } from '@mantine/core'
import type { InvoiceView } from '#modules/invoices/contract.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import type { Decision } from '#web/modules/invoices/useDecision.ts'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import './DecisionButtons.css'

type DecisionButtonsProps = Readonly<{
  invoice: InvoiceView
  decision: Decision
  /** The page listens to `a` and `r`. */
  withKeys?: boolean
}>

/** Approve, return, reject. Approving asks nothing more: the amount stands beside it. */
export const DecisionButtons = ({ invoice, decision, withKeys = false }: DecisionButtonsProps) => {
  const { asking, ask, approval, returning, rejection } = decision
  const { number, contractorName, total } = invoice
  const close = () => ask(undefined)
  const whose = `${number}, ${formatMoney(total)} from ${contractorName}`
  return (
    <>
      <Group gap="xs" className="DecisionButtons">
        <Button variant="subtle" color="red" onClick={() => ask('reject')}>
          Reject
        </Button>
        <Button variant="default" onClick={() => ask('return')}>
          Return{withKeys ? <Key name="r" /> : null}
        </Button>
        <Button onClick={decision.approve} loading={approval.isPending}>
          Approve{withKeys ? <Key name="a" /> : null}
        </Button>
      </Group>
      <ReasonDialog
        opened={asking === 'return'}
        onClose={close}
        title={`Return ${number}?`}
        label="What should be changed?"
        confirm="Return it"
        onConfirm={decision.sendBack}
        pending={returning.isPending}
        problem={returning.error}
      >
        {contractorName} gets this invoice back with your words, changes it and submits it again.
      </ReasonDialog>
      <ReasonDialog
        opened={asking === 'reject'}
        onClose={close}
        title={`Reject ${number} for good?`}
        label="Why is it rejected?"
        confirm={`Reject ${number}`}
        tone="danger"
        onConfirm={decision.reject}
        pending={rejection.isPending}
        problem={rejection.error}
      >
        {whose}, will not be paid and cannot be submitted again. {contractorName} reads your reason.
      </ReasonDialog>
    </>
  )
}

const Key = ({ name }: Readonly<{ name: string }>) => (
  <Kbd className="DecisionButtons-key" aria-hidden>
    {name}
  </Kbd>
)
