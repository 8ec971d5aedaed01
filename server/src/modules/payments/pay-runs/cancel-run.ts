import { command } from '#kernel/command.ts'
import { markInvoices } from '#modules/invoices/index.ts'
import { runCancelled } from '#modules/payments/events.ts'
import * as contract from './contract.ts'
import { emptyRun } from './left-out-store.ts'
import { aboutRun, mayCancel, step } from './pay-run.ts'
import { namedRunView } from './run-view.ts'
import { lockPayRunRow, payRunOf, savePayRun } from './store.ts'

export const cancelPayRun = command(contract.cancelPayRun)({
  load: ({ tx }, input) => lockPayRunRow(tx, input),
  allow: mayCancel,
  run: async (work, run, { payRunId, reason }) => {
    const { tx, now } = work
    const cancelled = { ...step(run, 'cancelled', now), reason }
    await markInvoices(work, await emptyRun(tx, { payRunId, now }), 'scheduled')
    await savePayRun(tx, cancelled)
    return {
      result: await namedRunView(work, await payRunOf(tx, payRunId)),
      events: [runCancelled({ ...aboutRun(run), reason })],
    }
  },
})
