import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { runPartiallyReturned, runSettled } from '#modules/payments/events.ts'
import type { PayRunId } from '#modules/payments/ids.ts'
import { aboutRun, doneAs, step } from '#modules/payments/pay-runs/pay-run.ts'
import { payRunOf, savePayRun } from '#modules/payments/pay-runs/store.ts'

/** A run is done when none of its payments is on its way any more. */
export const finishRun = async (
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  payRunId: PayRunId,
): Promise<readonly DomainEvent[]> => {
  const run = await payRunOf(tx, payRunId)
  const done = doneAs(run)
  if (!done) return []
  await savePayRun(tx, step(run, done, now))
  return [done === 'settled' ? runSettled(aboutRun(run)) : runPartiallyReturned(aboutRun(run))]
}
