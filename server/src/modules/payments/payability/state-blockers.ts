import type { Blocker } from '#kernel/blocker.ts'
import type { InvoiceStatus } from '#modules/invoices/contract.ts'
import type { Invoice } from '#modules/invoices/index.ts'

type Told = Pick<Blocker, 'code' | 'sentence' | 'owner'> & Readonly<{ label: string }>

const awaitsApproval: Told = {
  code: 'payments.waits-for-approval',
  sentence: 'The invoice has to be approved.',
  owner: 'manager',
  label: 'Look at the invoice',
}
const over = (sentence: string): Told => ({
  code: 'payments.not-payable',
  sentence,
  owner: 'nobody',
  label: 'Look at the invoice',
})

/** What the state of an invoice says about its payment. A state that is not here stands in the way of nothing. */
const told: Readonly<Partial<Record<InvoiceStatus, Told>>> = {
  draft: {
    code: 'payments.not-submitted',
    sentence: 'The invoice is a draft that was not submitted.',
    owner: 'contractor',
    label: 'Submit the invoice',
  },
  submitted: awaitsApproval,
  in_approval: { ...awaitsApproval, sentence: 'The invoice needs a second approval.' },
  returned_for_changes: {
    code: 'payments.returned-for-changes',
    sentence: 'The invoice was sent back for changes.',
    owner: 'contractor',
    label: 'Change the invoice',
  },
  disputed: {
    code: 'payments.disputed',
    sentence: 'The invoice is disputed.',
    owner: 'manager',
    label: 'Look at the invoice',
  },
  approved: {
    code: 'payments.being-scheduled',
    sentence: 'The invoice was approved a moment ago and is given its pay day.',
    owner: 'nobody',
    label: 'Look at the invoice',
  },
  rejected: over('The invoice was rejected and will not be paid.'),
  void: over('The invoice was made void and will not be paid.'),
  credited: over('The invoice was credited and will not be paid.'),
  paid_outside: over('The invoice was paid on another way.'),
}

export const stateBlockers = ({
  id,
  status,
  movedAt,
}: Pick<Invoice, 'id' | 'status' | 'movedAt'>): readonly Blocker[] => {
  const found = told[status]
  if (!found) return []
  const { label, ...blocker } = found
  const path = blocker.owner === 'contractor' ? `/portal/invoices/${id}` : `/invoices/${id}`
  return [{ ...blocker, since: movedAt, by: null, clears: { label, path } }]
}
