import { may } from '#kernel/actor.ts'
import { JsonText } from '#kernel/command.ts'
import { query } from '#kernel/query.ts'
import { todayOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { monthOf, monthsOf } from './period.ts'
import { readSpend } from './permissions.ts'
import { spendFor, spendTotals } from './store.ts'

/** As many groups as a chart and a table can still show; the export has them all. */
const groupsShown = 200

export const viewSpend = query(contract.viewSpend)({
  allow: (actor) => may(actor, readSpend),
  read: async (work, { by, ...period }) => {
    const months = monthsOf(period, await todayOf(work))
    const { tx, actor } = work
    const [{ cut, cells }, totals] = await Promise.all([
      spendFor(actor, tx, { by, months, most: groupsShown }),
      spendTotals(actor, tx, months),
    ])
    const head = { from: monthOf(months.from), to: monthOf(months.to), by, isCut: cut }
    return new JsonText(`${JSON.stringify(head).slice(0, -1)},"totals":${totals},"cells":${cells}}`)
  },
})
