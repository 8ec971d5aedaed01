import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { may } from '#kernel/actor.ts'
import { addMonths } from '#kernel/dates.ts'
import { Download, type LookAgain } from '#kernel/download.ts'
import { query } from '#kernel/query.ts'
import { todayOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { type Months, monthOf, monthsOf } from './period.ts'
import { readSpend } from './permissions.ts'
import { spendFor } from './store.ts'

const everyGroup = 1_000_000

const Cells = z.array(z.object({ ...contract.SpendCell.shape, amount: z.object({ amount: z.string() }) }))

export const exportSpend = query(contract.exportSpend)({
  allow: (actor) => may(actor, readSpend),
  read: async (work, { by, ...period }) => {
    const months = monthsOf(period, await todayOf(work))
    return new Download({
      fileName: `spend-by-${by}-${monthOf(months.from)}-to-${monthOf(months.to)}.csv`,
      mediaType: 'text/csv',
      content: (lookAgain) => sheet(lookAgain, by, months),
    })
  },
})

/** Month by month, read as they are sent, so that ten years of a large company do not fill the memory. */
async function* sheet(lookAgain: LookAgain, by: contract.SpendGroup, { from, to }: Months): AsyncGenerator<string> {
  yield stringify([['month', by, 'currency', 'amount', 'invoices']], { bom: true })
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    const asked = { by, months: { from: month, to: month }, most: everyGroup }
    const { cells } = await lookAgain(({ tx, actor }) => spendFor(actor, tx, asked))
    yield csvOf(Cells.parse(JSON.parse(cells)))
  }
}

/** `escape_formulas`: a cell that begins like a formula is text to a spreadsheet, and never runs. */
const csvOf = (cells: z.output<typeof Cells>): string =>
  stringify(
    cells.map(({ month, groupName, currency, amount, invoices }) => [
      month,
      groupName,
      currency,
      amount.amount,
      invoices,
    ]),
    { escape_formulas: true },
  )
