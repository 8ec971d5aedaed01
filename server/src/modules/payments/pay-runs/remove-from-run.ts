import { command } from '#kernel/command.ts'
import { notInRun } from '#modules/payments/problems.ts'
import * as contract from './contract.ts'
import { payablesInRun } from './left-out-store.ts'
import { holdOpen, mayPrepare } from './pay-run.ts'
import { namedRunView } from './run-view.ts'
import { lockPayRunRow, payRunOf, savePayRun } from './store.ts'
import { takeOut } from './take-out.ts'

export const removeFromPayRun = command(contract.removeFromPayRun)({
  load: ({ tx }, input) => lockPayRunRow(tx, input),
  allow: mayPrepare,
  run: async (work, open, { payRunId, invoiceIds, reason }) => {
    holdOpen(open)
    const payableIds = await payablesInRun(work.tx, payRunId, invoiceIds)
    const leaving = payableIds.map((payableId) => ({ payableId, reason }))
    const { run, events } = await takeOut(work, open, { leaving, atStep: 'open' })
    const [first, ...rest] = events
    if (!first || payableIds.length < new Set(invoiceIds).size) throw notInRun()
    await savePayRun(work.tx, run)
    return { result: await namedRunView(work, await payRunOf(work.tx, payRunId)), events: [first, ...rest] }
  },
})
