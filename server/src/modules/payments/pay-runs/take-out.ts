import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { markInvoices } from '#modules/invoices/index.ts'
import { leftOut } from '#modules/payments/events.ts'
import type { LeftOutRow } from './contract.ts'
import { dropFromRun, insertLeftOut, type LeftOut } from './left-out-store.ts'
import { aboutRun, type PayRun } from './pay-run.ts'
import { recountRun } from './store.ts'

type Taken = Readonly<{ run: PayRun; events: readonly DomainEvent[] }>

/** Takes what is owed out of a run before it is with the bank: it waits for the next one, and the run goes on. */
export const takeOut = async (
  work: Pick<Work, 'tx' | 'now'>,
  run: PayRun,
  { leaving, atStep }: Readonly<{ leaving: readonly LeftOut[]; atStep: LeftOutRow['atStep'] }>,
): Promise<Taken> => {
  if (leaving.length === 0) return { run, events: [] }
  const { tx, now } = work
  const payRunId = run.id
  const reasons = new Map(leaving.map(({ payableId, reason }) => [payableId, reason]))
  const dropped = await dropFromRun(tx, [...reasons.keys()], { payRunId, now })
  await markInvoices(
    work,
    dropped.map(({ invoiceId }) => invoiceId),
    'scheduled',
  )
  await insertLeftOut(tx, leaving, { payRunId, atStep, now })
  return {
    run: await recountRun(tx, payRunId),
    events: dropped.map(({ payableId, invoiceId, invoiceNumber }) =>
      leftOut({ ...aboutRun(run), invoiceId, invoiceNumber, reason: reasons.get(payableId) ?? '' }),
    ),
  }
}
