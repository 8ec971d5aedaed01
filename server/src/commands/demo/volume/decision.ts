import type { PersonId } from '#kernel/ids.ts'
import { type Decision, DecisionId } from '#modules/approvals/contract.ts'
import {
  invoiceApprovalStarted,
  invoiceApproved,
  invoiceRejected,
  invoiceReturned,
  invoiceVoided,
} from '#modules/invoices/index.ts'
import { approve, type Invoice, move } from '#modules/invoices/invoice.ts'
import type { Chance } from '../random.ts'
import type { VolumeCompany } from './company.ts'
import { byPerson, type Fact } from './fact.ts'
import type { Ids } from './seeded-ids.ts'

export type Made = Readonly<{
  id: DecisionId
  invoice: Invoice
  place: number
  decision: Decision
  note: string | null
  needed: 1 | 2
  policyVersion: number | null
  by: PersonId
  at: number
}>

/** An invoice with what was decided on it so far. */
export type Decided = Readonly<{ invoice: Invoice; decisions: readonly Made[]; facts: readonly Fact[] }>
type Told = Readonly<{ chance: Chance; newId: Ids; company: VolumeCompany; now: number }>

const dayMs = 86_400_000

/** What became of a submitted invoice by the present. Most are approved within a week. */
export const decide = (told: Told, submitted: Invoice, submittedAt: number): Decided => {
  const { chance, now, company } = told
  const at = submittedAt + chance.between(1, 6) * dayMs + chance.between(0, 3_600) * 1_000
  const drawn = chance.between(1, 1_000)
  if (at > now) return { invoice: submitted, decisions: [], facts: [] }
  if (drawn <= 8) return takenBack(submitted, at)
  if (drawn <= 20) return refused(told, submitted, { at, to: 'rejected' })
  if (drawn <= 80 && now - at < 25 * dayMs) return refused(told, submitted, { at, to: 'returned_for_changes' })
  const needsTwo = company.policy !== null && submitted.total.minor > company.policy.secondAboveMinor
  return needsTwo ? approvedByTwo(told, submitted, at) : approvedByOne(told, submitted, at)
}

const about = ({ id: invoiceId, contractorId, number, total }: Invoice) => ({
  invoiceId,
  contractorId,
  number,
  total,
})
const moved = (invoice: Invoice): Invoice => ({ ...invoice, version: invoice.version + 1 })

const takenBack = (submitted: Invoice, at: number): Decided => {
  const reason = 'Sent for the wrong month.'
  const invoice = moved(move(submitted, 'void', { reason, now: new Date(at) }))
  const event = invoiceVoided({ ...about(submitted), from: submitted.status, reason })
  return { invoice, decisions: [], facts: [byPerson(submitted.draftedBy, at, ['invoices.void-mine', event])] }
}

type Refusal = Readonly<{ at: number; to: 'rejected' | 'returned_for_changes' }>

const refused = (told: Told, submitted: Invoice, { at, to }: Refusal): Decided => {
  const { manager } = told.company.staff
  const isReturn = to === 'returned_for_changes'
  const reason = isReturn ? 'Name the episode in each line.' : 'This was invoiced last month already.'
  const invoice = moved(move(submitted, to, { reason, now: new Date(at) }))
  const fact = { ...about(submitted), reason }
  const event = isReturn ? invoiceReturned(fact) : invoiceRejected(fact)
  const decision = made(told, submitted, {
    at,
    by: manager,
    place: 1,
    decision: isReturn ? 'returned' : 'rejected',
    note: reason,
  })
  const command = isReturn ? 'invoices.return' : 'invoices.reject'
  return { invoice, decisions: [decision], facts: [byPerson(manager, at, [command, event])] }
}

const approvedByOne = (told: Told, submitted: Invoice, at: number): Decided => {
  const { manager } = told.company.staff
  const decision = made(told, submitted, { at, by: manager, place: 1, decision: 'approved', note: null })
  return { ...approval(submitted, manager, at), decisions: [decision] }
}

const approval = (before: Invoice, by: PersonId, at: number): Omit<Decided, 'decisions'> => {
  const invoice = moved(approve(before, by, new Date(at)))
  const event = invoiceApproved({ ...about(invoice), contentHash: invoice.contentHash ?? '' })
  return { invoice, facts: [byPerson(by, at, ['invoices.approve', event])] }
}

/** The second person is a day or two behind the first. */
const approvedByTwo = (told: Told, submitted: Invoice, at: number): Decided => {
  const { manager, owner } = told.company.staff
  const second = at + told.chance.between(1, 2) * dayMs
  const first = made(told, submitted, { at, by: manager, place: 1, decision: 'approved', note: null })
  const started = moved(move(submitted, 'in_approval', { reason: null, now: new Date(at) }))
  const begun = byPerson(manager, at, ['invoices.approve', invoiceApprovalStarted(about(submitted))])
  if (second > told.now) return { invoice: started, decisions: [first], facts: [begun] }
  const last = made(told, submitted, { at: second, by: owner, place: 2, decision: 'approved', note: null })
  const { invoice, facts } = approval(started, owner, second)
  return { invoice, decisions: [first, last], facts: [begun, ...facts] }
}

type Choice = Pick<Made, 'at' | 'by' | 'place' | 'decision' | 'note'>

const made = ({ newId, company: { policy } }: Told, invoice: Invoice, choice: Choice): Made => ({
  ...choice,
  id: newId(DecisionId, choice.at),
  invoice,
  needed: policy && invoice.total.minor > policy.secondAboveMinor ? 2 : 1,
  policyVersion: policy?.version ?? null,
})
