import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { DownloadOutput } from '#kernel/file-answer.ts'
import { Currency, Money } from '#kernel/money.ts'

/** A month as "2026-11". */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Write the month as year-month, such as 2026-11.')
export type Month = z.output<typeof Month>

export const spendGroups = ['department', 'project', 'contractor'] as const
export const SpendGroup = z.enum(spendGroups)
export type SpendGroup = z.output<typeof SpendGroup>

const period = z.strictObject({
  by: SpendGroup.default('department'),
  from: Month.optional().describe('First month; eleven months before the last when left out'),
  to: Month.optional().describe('Last month; the current one when left out'),
})

export const SpendCell = z.object({
  month: Month,
  groupId: z.uuid(),
  groupName: z.string(),
  currency: Currency,
  amount: Money,
  invoices: z.int(),
})
export type SpendCell = z.output<typeof SpendCell>

export const SpendTotal = SpendCell.pick({ month: true, currency: true, amount: true, invoices: true })
export type SpendTotal = z.output<typeof SpendTotal>

export const viewSpend = endpoint({
  name: 'reports.view-spend',
  method: 'GET',
  path: '/reports/spend',
  summary: 'Approved invoices by month and by department, project or contractor, each currency by itself',
  input: period,
  output: z.object({
    from: Month,
    to: Month,
    by: SpendGroup,
    cells: z.array(SpendCell),
    totals: z.array(SpendTotal).describe('Of all groups, also of those that are not shown'),
    isCut: z.boolean().describe('There are more groups than are shown: only the largest are'),
  }),
})

export const exportSpend = endpoint({
  name: 'reports.export-spend',
  method: 'GET',
  path: '/reports/spend.csv',
  summary: 'The same as CSV, every group',
  input: period,
  output: DownloadOutput,
})
