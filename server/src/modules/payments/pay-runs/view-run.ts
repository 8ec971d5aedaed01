import { query } from '#kernel/query.ts'
import { invoicesOf } from '#modules/invoices/index.ts'
import { payabilityOfMany } from '#modules/payments/payability/payability.ts'
import * as contract from './contract.ts'
import { leftOutPage } from './left-out-store.ts'
import { mayReadRuns } from './pay-run.ts'
import { namedRunView } from './run-view.ts'
import { payRunOf, payRunsPage } from './store.ts'

export const listPayRuns = query(contract.listPayRuns)({
  allow: mayReadRuns,
  read: ({ tx }, page) => payRunsPage(tx, page),
})

export const viewPayRun = query(contract.viewPayRun)({
  allow: mayReadRuns,
  read: async (work, { payRunId }) => namedRunView(work, await payRunOf(work.tx, payRunId)),
})

export const listLeftOut = query(contract.listLeftOut)({
  allow: mayReadRuns,
  read: async (work, page) => {
    await payRunOf(work.tx, page.payRunId)
    const { items, next } = await leftOutPage(work.tx, page)
    const invoices = await invoicesOf(
      work.tx,
      items.map(({ invoiceId }) => invoiceId),
    )
    const blockers = await payabilityOfMany(work, [...invoices.values()])
    return { items: items.map((item) => ({ ...item, blockers: [...(blockers.get(item.invoiceId) ?? [])] })), next }
  },
})
