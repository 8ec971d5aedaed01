import { command, type Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { stillApproved } from '#modules/approvals/index.ts'
import { markInvoices } from '#modules/invoices/index.ts'
import { alsoOfInvoices, paymentSent, runReleased } from '#modules/payments/events.ts'
import { LedgerEntryId } from '#modules/payments/ids.ts'
import { postEntries } from '#modules/payments/ledger/store.ts'
import * as ledger from '#modules/payments/ledger.ts'
import { bookedAs } from '#modules/payments/payments/booked-as.ts'
import { markSent } from '#modules/payments/payments/store.ts'
import { nothingToPay, payRunChanged } from '#modules/payments/problems.ts'
import * as contract from './contract.ts'
import { holdDuties } from './hold-duties.ts'
import { makeBankFile, type Sent } from './make-bank-file.ts'
import { mayRelease, type PayRun, release, totalsOfRun } from './pay-run.ts'
import { namedRunView } from './run-view.ts'
import { contentHashOfRun, lockPayRunRow, payRunOf, savePayRun } from './store.ts'
import { takeOut } from './take-out.ts'
import { whatChanged } from './what-changed.ts'

export const releasePayRun = command(contract.releasePayRun)({
  load: ({ tx }, input) => lockPayRunRow(tx, input),
  allow: mayRelease,
  run: async (work, approved, { payRunId }) => {
    const { tx, actor, now } = work
    const by = { personId: actor.personId, now }
    // Refused before the work, when it is not this person's to do or not yet time.
    release(approved, by)
    await holdDuties(work, approved)
    await holdApproval(work, approved)
    const { run, file, events } = await writeWhatMayGo(work, approved)
    const sent = await send(work, run, file.sent)
    await savePayRun(tx, release(run, by))
    const released = runReleased({ ...totalsOfRun(run), fileName: file.name, sha256: file.sha256 })
    return {
      result: await namedRunView(work, await payRunOf(tx, payRunId)),
      events: [released, ...events, ...sent],
    }
  },
})

/**
 * An account that is being changed, a contractor who was banned, an amount that no bank takes: these stay behind for the
 * next run, and the others are paid.
 */
const writeWhatMayGo = async (work: Work, approved: PayRun) => {
  const atStep = 'released'
  const first = await takeOut(work, approved, { leaving: await whatChanged(work, approved), atStep })
  if (first.run.payments === 0) throw nothingToPay()
  const tried = await makeBankFile(work, first.run)
  if (tried.ok) return { ...first, file: tried }
  const second = await takeOut(work, first.run, { leaving: tried.leaving, atStep })
  const file = await makeBankFile(work, second.run)
  if (!file.ok) throw new Error('A bank file was refused for payments that had passed before.')
  return { run: second.run, events: [...first.events, ...second.events], file }
}

/** What goes out is what was approved, by the record of the decision and not by the state alone. */
const holdApproval = async ({ tx }: Work, run: PayRun): Promise<void> => {
  const contentHash = await contentHashOfRun(tx, run.id)
  if (contentHash !== run.contentHash || !(await stillApproved(tx, { subjectId: run.id, contentHash })))
    throw payRunChanged()
}

/** From here on the bank has it: nothing is owed for these invoices any more, and the money is on its way. */
const send = async (work: Work, run: PayRun, sent: readonly Sent[]): Promise<readonly DomainEvent[]> => {
  const { tx, now, newId } = work
  const { legalEntityId } = run
  await markSent(
    tx,
    sent.map(({ instruction: { id }, traceNumber }) => ({ id, traceNumber })),
    now,
  )
  const entries = sent.map(({ instruction: { id, contractorId, amount } }) => ({
    kind: 'payment_sent' as const,
    subjectId: id,
    entry: ledger.paymentSent({ id: newId(LedgerEntryId), ...bookedAs({ legalEntityId, contractorId, amount }) }),
  }))
  await postEntries(tx, entries, now)
  const invoiceIds = sent.flatMap(({ instruction }) => instruction.lines.map(({ invoiceId }) => invoiceId))
  const moved = await markInvoices(work, invoiceIds, 'sent')
  if (moved.size !== invoiceIds.length) throw new Error('An invoice left its pay run without its payment.')
  return sent.map(({ instruction }) => eventOf(run, instruction))
}

const eventOf = ({ id: payRunId }: PayRun, { id, contractorId, reference, amount, lines }: Sent['instruction']) => {
  const invoiceIds = lines.map(({ invoiceId }) => invoiceId)
  return alsoOfInvoices(
    paymentSent({ paymentId: id, payRunId, contractorId, reference, amount, invoiceIds }),
    invoiceIds,
  )
}
