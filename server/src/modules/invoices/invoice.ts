import { createHash } from 'node:crypto'
import { type Actor, may, mayIn } from '#kernel/actor.ts'
import { canonicalJson } from '#kernel/canonical-json.ts'
import { addYears, type PlainDate } from '#kernel/dates.ts'
import type { PersonId } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import type { FieldError } from '#kernel/problem.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import type { InvoiceInput, InvoiceStatus, InvoiceView } from './contract.ts'
import type { FileReading } from './file-reading.ts'
import { findingsOn } from './findings.ts'
import { claim, decideInvoices, readInvoices, voidInvoices } from './permissions.ts'
import { contentChanged, invoiceCannotMove, invoiceIsFixed, invoiceNotReady, ownInvoice } from './problems.ts'
import { holdAmounts, sumsAfter } from './sums.ts'

/** What may follow what; the trigger on the table refuses the rest. */
export const invoiceTransitions: Transitions<InvoiceStatus> = {
  draft: ['submitted', 'void'],
  submitted: ['in_approval', 'approved', 'returned_for_changes', 'rejected', 'void', 'disputed'],
  in_approval: ['approved', 'returned_for_changes', 'rejected', 'void', 'disputed'],
  disputed: ['submitted', 'rejected', 'void'],
  returned_for_changes: ['submitted', 'void'],
  rejected: [],
  approved: ['scheduled', 'in_run', 'void', 'paid_outside', 'credited'],
  scheduled: ['approved', 'in_run', 'void', 'paid_outside', 'credited'],
  in_run: ['scheduled', 'sent'],
  sent: ['settled', 'payment_returned'],
  settled: ['payment_returned', 'credited'],
  payment_returned: ['scheduled', 'in_run', 'paid_outside', 'void'],
  paid_outside: [],
  credited: [],
  void: [],
}

export type Invoice = Readonly<
  Omit<InvoiceView, 'can' | 'findings'> & {
    contentHash: string | null
    draftedBy: PersonId
    /** What the file says that it was read from. */
    fileReading: FileReading | null
  }
>

type Filed = Pick<Invoice, 'departmentId'>
export const mayReadInvoice = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, readInvoices, departmentId)
export const mayDecide = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, decideInvoices, departmentId)
export const mayVoid = (actor: Actor, { departmentId }: Filed): boolean => mayIn(actor, voidInvoices, departmentId)
export const isMine = (actor: Actor, { contractorId }: Pick<Invoice, 'contractorId'>): boolean =>
  may(actor, claim) && actor.contractorId === contractorId

/** What the contractor may still write in. */
export const isOpen = ({ status }: Pick<Invoice, 'status'>): boolean =>
  status === 'draft' || status === 'returned_for_changes'
/** What waits for a decision. */
export const isUnderReview = ({ status }: Pick<Invoice, 'status'>): boolean =>
  status === 'submitted' || status === 'in_approval'

/** What is written anew. Amounts that the edit does not touch stay as they are, because not all of them follow from the lines. */
export const rewrite = (invoice: Invoice, { lines, ...input }: InvoiceInput): Invoice => {
  if (!isOpen(invoice)) throw invoiceIsFixed({ invoiceStatus: invoice.status })
  const sums = holdAmounts(sumsAfter(invoice, lines))
  return { ...invoice, ...input, ...sums, lines: [...sums.lines] }
}

type When = Readonly<{ today: PlainDate; now: Date }>

export const submit = (invoice: Invoice, submittedBy: PersonId, { today, now }: When): Invoice => {
  const errors = whatIsMissing(invoice, today)
  if (errors.length > 0) throw invoiceNotReady({ errors })
  const submitted = { ...step(invoice, 'submitted', now), submittedBy, submittedAt: now, reason: null }
  return { ...submitted, contentHash: contentHashOf(submitted) }
}

/** Longer than any claim for work lives; what is older is a slip of the pen. */
const oldestYears = 10

/** Everything that would stop the submission, told before it is tried and all at once. */
export const whatIsMissing = (invoice: Invoice, today: PlainDate): readonly FieldError[] => {
  const { lines, total, issuedOn, periodFrom, periodTo } = invoice
  const found: FieldError[] = []
  if (lines.length === 0) found.push({ pointer: '#/lines', detail: 'Add at least one line.' })
  if (lines.length > 0 && total.minor <= 0n)
    found.push({ pointer: '#/lines', detail: 'The total must be more than zero.' })
  if (issuedOn < addYears(today, -oldestYears)) {
    found.push({ pointer: '#/issuedOn', detail: `The date of the invoice is more than ${oldestYears} years ago.` })
  }
  if (issuedOn > today) found.push({ pointer: '#/issuedOn', detail: 'The date of the invoice is in the future.' })
  if (periodFrom && periodTo && periodTo < periodFrom) {
    found.push({ pointer: '#/periodTo', detail: 'The period ends before it begins.' })
  }
  return found
}

/** Four eyes: nobody approves what they wrote or submitted, whatever their role. The table checks it again. */
export const holdFourEyes = (invoice: Invoice, personId: PersonId): void => {
  if (invoice.submittedBy === personId || invoice.draftedBy === personId) throw ownInvoice()
}

export const approve = (invoice: Invoice, approvedBy: PersonId, now: Date): Invoice => {
  holdFourEyes(invoice, approvedBy)
  // What is paid is what was approved is what was submitted: a change in between leaves another hash.
  if (invoice.contentHash !== contentHashOf(invoice)) throw contentChanged()
  return { ...step(invoice, 'approved', now), approvedBy, approvedAt: now }
}

/** What a decision is about, as `approvals` keeps it. */
export const aboutInvoice = ({ id, contentHash, total, draftedBy, submittedBy }: Invoice) => ({
  kind: 'invoice' as const,
  subjectId: id,
  contentHash: contentHash ?? '',
  amount: total,
  involvedPersonIds: [draftedBy, ...(submittedBy ? [submittedBy] : [])],
})

export const move = (
  invoice: Invoice,
  to: InvoiceStatus,
  { reason, now }: Readonly<{ reason: string | null; now: Date }>,
): Invoice => ({ ...step(invoice, to, now), reason })

const step = (invoice: Invoice, to: InvoiceStatus, now: Date): Invoice => {
  if (mayFollow(invoiceTransitions, invoice.status, to)) return { ...invoice, status: to, movedAt: now }
  throw invoiceCannotMove({ from: invoice.status, to })
}

/** SHA-256 over everything an approval is about: who is paid by whom, for what, how much, and the file it came in. */
export const contentHashOf = (invoice: Invoice): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        contractorId: invoice.contractorId,
        legalEntityId: invoice.legalEntityId,
        assignmentId: invoice.assignmentId,
        number: invoice.number,
        issuedOn: invoice.issuedOn,
        lines: invoice.lines.map(({ net, ...line }) => ({ ...line, net: decimalOf(net) })),
        tax: decimalOf(invoice.tax),
        adjustment: decimalOf(invoice.adjustment),
        total: decimalOf(invoice.total),
        currency: invoice.currency,
        fileId: invoice.fileId,
      }),
    )
    .digest('hex')

export const viewOf = (kept: Invoice, actor: Actor): InvoiceView => {
  const { contentHash: _, fileReading: _file, ...invoice } = kept
  const mine = isMine(actor, invoice)
  const notOwn = invoice.submittedBy !== actor.personId && invoice.draftedBy !== actor.personId
  const mayBeVoid = mayFollow(invoiceTransitions, invoice.status, 'void')
  const { draftedBy: _drafted, ...shown } = invoice
  return {
    ...shown,
    findings: findingsOn(kept),
    can: {
      change: mine && isOpen(invoice),
      submit: mine && isOpen(invoice),
      decide: isUnderReview(invoice) && notOwn && mayDecide(actor, invoice),
      void: mayBeVoid && (mine ? isOpen(invoice) || isUnderReview(invoice) : mayVoid(actor, invoice)),
    },
  }
}
