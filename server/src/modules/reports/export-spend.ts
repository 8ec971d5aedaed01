import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { may } from '#kernel/actor.ts'
import { Download } from '#kernel/download.ts'
import { query } from '#kernel/query.ts'
import { todayOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { monthOf, monthsOf } from './period.ts'
import { readSpend } from './permissions.ts'
import { spendFor } from './store.ts'

const everyGroup = 1_000_000

/** `escape_formulas`: a cell that begins like a formula is text to a spreadsheet, and never runs. */
const csv = { header: true, bom: true, escape_formulas: true } as const

const Cells = z.array(z.object({ ...contract.SpendCell.shape, amount: z.object({ amount: z.string() }) }))

export const exportSpend = query(contract.exportSpend)({
  allow: (actor) => may(actor, readSpend),
  read: async (work, { by, ...period }) => {
    const months = monthsOf(period, await todayOf(work))
    const { cells } = await spendFor(work.actor, work.tx, { by, months, most: everyGroup })
    const rows = Cells.parse(JSON.parse(cells)).map(({ month, groupName, currency, amount, invoices }) => ({
      month,
      [by]: groupName,
      currency,
      amount: amount.amount,
      invoices,
    }))
    const fileName = `spend-by-${by}-${monthOf(months.from)}-to-${monthOf(months.to)}.csv`
    return new Download({ fileName, mediaType: 'text/csv', content: stringify(rows, csv) })
  },
})
