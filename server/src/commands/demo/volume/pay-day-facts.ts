import {
  alsoOfInvoices,
  paymentReturned,
  paymentSent,
  paymentSettled,
  runAcknowledged,
  runApproved,
  runLocked,
  runPartiallyReturned,
  runPrepared,
  runReleased,
  runSettled,
} from '#modules/payments/events.ts'
import { aboutRun, totalsOfRun } from '#modules/payments/pay-runs/pay-run.ts'
import { meaningOf } from '#modules/payments/payments/return-codes.ts'
import { dayOf } from '../day-of.ts'
import { wholeStoryMs } from './claim.ts'
import type { VolumeCompany } from './company.ts'
import { byPerson, type Fact } from './fact.ts'
import type { PayDay } from './pay-days.ts'
import type { Payment } from './pay-run-lines.ts'
import { isBack, returnCode } from './payment-rows.ts'
import type { Played } from './play-pay-day.ts'

const minuteMs = 60_000

/** What the journal says of a pay day: the run, and each payment in the timelines of its invoices too. */
export const factsOfPayDay = (
  { staff }: VolumeCompany,
  { payDay, now }: Readonly<{ payDay: PayDay; now: number }>,
  played: Played,
): readonly Fact[] => {
  const isLongAgo = payDay.sentAt < now - wholeStoryMs
  const of = (payment: Payment) => factsOfPayment(staff, payDay, { payment, run: played.run, isLongAgo })
  return [...factsOfRun(staff, payDay, played), ...played.payments.flatMap(of)]
}

const factsOfRun = (
  { finance, releaser }: VolumeCompany['staff'],
  payDay: PayDay,
  { run, fileName, sha256 }: Played,
): readonly Fact[] => {
  const { preparedAt, sentAt, settledAt, returnedAt, isLast } = payDay
  const [about, whole] = [aboutRun(run), totalsOfRun(run)]
  const prepared = runPrepared({ ...whole, payOn: payDay.day, leftOut: run.leftOut })
  const approved = runApproved({ ...whole, contentHash: run.contentHash ?? '' })
  const on = (personId: typeof finance, at: number, said: Parameters<typeof byPerson>[2]) =>
    byPerson(personId, at, said)
  return [
    on(finance, preparedAt, ['payments.prepare-run', prepared]),
    on(finance, preparedAt + 10 * minuteMs, ['payments.lock-run', runLocked(whole)]),
    on(releaser, sentAt - 5 * minuteMs, ['payments.approve-run', approved]),
    on(releaser, sentAt, ['payments.release-run', runReleased({ ...whole, fileName, sha256 })]),
    on(finance, sentAt + 40 * minuteMs, ['payments.acknowledge-run', runAcknowledged(about)]),
    ...(isLast ? [] : [on(finance, settledAt, ['payments.settle-run', runSettled(about)])]),
    ...(run.status === 'partially_returned'
      ? [on(finance, returnedAt, ['payments.return', runPartiallyReturned(about)])]
      : []),
  ]
}

const factsOfPayment = (
  { finance, releaser }: VolumeCompany['staff'],
  payDay: PayDay,
  { payment, run, isLongAgo }: Readonly<{ payment: Payment; run: Played['run']; isLongAgo: boolean }>,
): readonly Fact[] => {
  const { id: paymentId, contractorId, reference, amount, lines } = payment.instruction
  const invoiceIds = lines.map(({ invoiceId }) => invoiceId)
  const said = { paymentId, payRunId: run.id, contractorId, reference, amount, invoiceIds }
  const back = { ...said, returnedOn: dayOf(payDay.returnedAt), code: returnCode, reason: meaningOf(returnCode) }
  const all = (event: ReturnType<typeof paymentSent>) => alsoOfInvoices(event, invoiceIds)
  return [
    ...(isLongAgo ? [] : [byPerson(releaser, payDay.sentAt, ['payments.release-run', all(paymentSent(said))])]),
    ...(payDay.isLast
      ? []
      : [
          byPerson(finance, payDay.settledAt, [
            'payments.settle-run',
            all(paymentSettled({ ...said, settledOn: payDay.day })),
          ]),
        ]),
    ...(isBack(payDay, payment)
      ? [byPerson(finance, payDay.returnedAt, ['payments.return', all(paymentReturned(back))])]
      : []),
  ]
}
