import type { PlainDate } from '#kernel/dates.ts'
import { invoiceDrafted, invoiceSubmitted, invoiceVoided } from '#modules/invoices/index.ts'
import { type Invoice, move, submit } from '#modules/invoices/invoice.ts'
import { LedgerEntryId, PayableId } from '#modules/payments/contract.ts'
import { payableOpened, payableVoided } from '#modules/payments/events.ts'
import type { Booking } from '#modules/payments/ledger/booking.ts'
import { invoiceApproved, reverse } from '#modules/payments/ledger.ts'
import type { PayableStatus } from '#modules/payments/payables/contract.ts'
import { dayOf } from '../day-of.ts'
import type { Chance } from '../random.ts'
import type { VolumeCompany } from './company.ts'
import type { Trouble } from './contractor.ts'
import { type Decided, decide } from './decision.ts'
import { byMachine, byPerson, type Fact } from './fact.ts'
import type { dueDays, PayDay } from './pay-days.ts'
import type { Ids } from './seeded-ids.ts'
import { type Writer, writtenInvoice } from './written-invoice.ts'

export type Owed = Readonly<{
  id: PayableId
  dueOn: PlainDate
  runOn: PlainDate
  status: PayableStatus
  openedAt: number
  movedAt: number
}>

/** For how long before the present the journal tells every step of an invoice. */
export const wholeStoryMs = 90 * 86_400_000

/** The whole story of one invoice up to the present, for every table it is told in. */
export type Claim = Decided &
  Readonly<{
    owed: Owed | null
    bookings: readonly (Booking & Readonly<{ at: number }>)[]
    /** The pay day it was paid on, if it was. */
    paidOn: PayDay | null
    /** The pay days on which it was due and something held it back. */
    leftOutOn: readonly PayDay[]
  }>

export type Told = Readonly<{
  chance: Chance
  newId: Ids
  company: VolumeCompany
  now: number
  payDays: readonly PayDay[]
  due: ReturnType<typeof dueDays>
}>

const dayMs = 86_400_000

export const tellClaim = (told: Told, writer: Writer, when: Readonly<{ at: number; sequence: number }>): Claim => {
  const { chance, now } = told
  const draft = writtenInvoice(told, writer, when)
  const drafted = factOfDraft(draft, when.at)
  if (now - when.at < 12 * dayMs && chance.happens(0.2)) return { ...untouched(draft), facts: [drafted] }
  const submittedAt = when.at + chance.between(60, 1_800) * 1_000
  const submitted = handedIn(draft, submittedAt)
  const decided = decide(told, submitted, submittedAt)
  const facts = [drafted, factOfSubmission(submitted, submittedAt), ...decided.facts]
  const isLongAgo = when.at < now - wholeStoryMs
  const known = {
    ...untouched(decided.invoice),
    decisions: decided.decisions,
    facts: isLongAgo ? facts.slice(1) : facts,
  }
  return decided.invoice.status === 'approved' ? owing(told, known, writer.job.trouble) : known
}

const untouched = (invoice: Invoice): Claim => ({
  invoice,
  decisions: [],
  facts: [],
  owed: null,
  bookings: [],
  paidOn: null,
  leftOutOn: [],
})

const about = ({ id: invoiceId, contractorId, number, total }: Invoice) => ({
  invoiceId,
  contractorId,
  number,
  total,
})

const factOfDraft = (draft: Invoice, at: number): Fact => {
  const { assignmentId, projectId, source } = draft
  const event = invoiceDrafted({ ...about(draft), assignmentId, projectId, source })
  return byPerson(draft.draftedBy, at, ['invoices.draft', event])
}

const handedIn = (draft: Invoice, at: number): Invoice => {
  const submitted = submit(draft, draft.draftedBy, { today: dayOf(at), now: new Date(at) })
  return { ...submitted, version: 2 }
}

const factOfSubmission = (submitted: Invoice, at: number): Fact =>
  byPerson(submitted.draftedBy, at, ['invoices.submit', invoiceSubmitted(about(submitted))])

const steps = (invoice: Invoice, at: number, ...to: readonly Invoice['status'][]): Invoice =>
  to.reduce<Invoice>((reached, next) => {
    const moved = move(reached, next, { reason: null, now: new Date(at) })
    return { ...moved, version: reached.version + 1 }
  }, invoice)

/** What follows an approval: it is owed, stands in the books, and is paid on its day when nothing is in the way. */
const owing = (told: Told, claim: Claim, trouble: Trouble): Claim => {
  const { newId, due, chance } = told
  const approvedAt = claim.invoice.approvedAt?.getTime() ?? told.now
  const openedAt = approvedAt + 2_000
  const scheduled = steps(claim.invoice, openedAt, 'scheduled')
  const { contractorId, legalEntityId, total } = scheduled
  const act = { legalEntityId, payeeId: contractorId, amount: total }
  const booking = {
    kind: 'invoice_approved',
    subjectId: scheduled.id,
    at: openedAt,
    entry: invoiceApproved({ ...act, id: newId(LedgerEntryId, openedAt) }),
  } as const
  const days = due(dayOf(approvedAt))
  const owed: Owed = { ...days, id: newId(PayableId, openedAt), status: 'open', openedAt, movedAt: openedAt }
  const { total: amount, ...named } = about(scheduled)
  const opened = payableOpened({ ...named, amount, payableId: owed.id, dueOn: days.dueOn })
  const isLongAgo = openedAt < told.now - wholeStoryMs
  const facts = isLongAgo ? claim.facts : [...claim.facts, byMachine(openedAt, ['payments.open-payable', opened])]
  const open: Claim = { ...claim, invoice: scheduled, owed, bookings: [booking], facts }
  const voidedAt = approvedAt + 2 * dayMs
  if (chance.happens(0.003) && voidedAt < told.now) return voided(told, open, voidedAt)
  return paid(told, open, trouble)
}

const voided = ({ newId, company }: Told, open: Claim, at: number): Claim => {
  const { invoice, owed, bookings, facts } = open
  const [booked] = bookings
  if (!owed || !booked) throw new Error('What is made void was not owed.')
  const reason = 'Sent twice.'
  const { finance } = company.staff
  const taken = { ...move(invoice, 'void', { reason, now: new Date(at) }), version: invoice.version + 1 }
  const said = invoiceVoided({ ...about(invoice), from: invoice.status, reason })
  const { total: amount, ...named } = about(invoice)
  const followed = payableVoided({ ...named, amount, payableId: owed.id })
  const entry = reverse(booked.entry, newId(LedgerEntryId, at + 2_000))
  return {
    ...open,
    invoice: taken,
    owed: { ...owed, status: 'void', movedAt: at + 2_000 },
    bookings: [booked, { kind: 'invoice_voided', subjectId: invoice.id, at: at + 2_000, entry }],
    facts: [
      ...facts,
      byPerson(finance, at, ['invoices.void', said]),
      byMachine(at + 2_000, ['payments.void-payable', followed]),
    ],
  }
}

const withoutPay: ReadonlySet<Trouble> = new Set<Trouble>(['no_tax_form', 'no_account', 'unconfirmed'])

/** Does the payment of this day come back? */
export const comesBack = ({ isLast, isBeforeLast }: PayDay, trouble: Trouble): boolean =>
  (isLast && trouble === 'came_back') || (isBeforeLast && trouble === 'came_back_before')

const paid = ({ payDays }: Told, open: Claim, trouble: Trouble): Claim => {
  const { invoice, owed } = open
  const first = payDays.findLastIndex(({ day }) => day === owed?.dueOn)
  const payDay = payDays[first]
  if (!owed || !payDay) return open
  if (withoutPay.has(trouble)) return { ...open, leftOutOn: payDays.slice(first) }
  if (payDay.isLast && trouble === 'came_back_before') return { ...open, leftOutOn: [payDay] }
  const isReturned = comesBack(payDay, trouble)
  const arrived = payDay.isLast ? [] : (['settled'] as const)
  const back = isReturned ? (['payment_returned'] as const) : []
  const movedAt = isReturned ? payDay.returnedAt : payDay.isLast ? payDay.sentAt : payDay.settledAt
  return {
    ...open,
    invoice: steps(invoice, movedAt, 'in_run', 'sent', ...arrived, ...back),
    owed: { ...owed, movedAt, status: isReturned ? 'open' : payDay.isLast ? 'sent' : 'settled' },
    paidOn: payDay,
    leftOutOn: isReturned ? payDays.slice(first + 1) : [],
  }
}
