import type { z } from 'zod'
import { type Actor, reachOf } from '#kernel/actor.ts'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { InvoiceRow, type InvoiceStatus, InvoiceSum } from './contract.ts'
import { numberKey } from './invoice-number.ts'

/** The columns of a row in a list, as JSON; a detail has more. */
export const invoiceRow = `'id', i.id, 'number', i.number, 'status', i.status, 'contractorId', i.contractor_id,
  'contractorName', c.display_name, 'departmentId', i.department_id, 'departmentName', d.name, 'projectId', i.project_id,
  'projectName', p.name, 'issuedOn', i.issued_on, 'submittedAt', utc_text(i.submitted_at),
  'total', money_json(i.total_minor, i.currency)`

export const invoiceSource = `from invoices i
  join contractors c on c.organization_id = i.organization_id and c.id = i.contractor_id
  join departments d on d.organization_id = i.organization_id and d.id = i.department_id
  join projects p on p.organization_id = i.organization_id and p.id = i.project_id`

type Row = Readonly<{ id: string; invoice: z.input<typeof InvoiceRow> }>

const list: Statement = {
  name: 'invoices.page',
  text: `select i.id, json_build_object(${invoiceRow}) as invoice ${invoiceSource}
    where i.organization_id = $1 and ($2::text is null or i.number ilike $2 or i.number_key like $11 or c.display_name ilike $2)
      and ($3::text[] is null or i.status = any ($3)) and ($4::uuid is null or i.contractor_id = $4)
      and ($5::uuid is null or i.project_id = $5) and ($6::uuid is null or i.department_id = $6)
      and ($7::uuid[] is null or i.department_id = any ($7)) and (not $8 or i.status <> 'draft')
      and ($9::uuid is null or i.id < $9)
    order by i.id desc limit $10`,
}

export type InvoicePage = Readonly<{
  search?: string | undefined
  status?: readonly InvoiceStatus[] | undefined
  contractorId?: string | undefined
  projectId?: string | undefined
  departmentId?: string | undefined
  after?: string | undefined
  limit: number
}>

const pageOf = async (tx: Tx, page: InvoicePage, reach: readonly [readonly string[] | null, boolean]) => {
  const { search, status, contractorId, projectId, departmentId, after, limit } = page
  const rows = await tx.named<Row>(list, [
    tx.organizationId,
    search ? `%${escaped(search)}%` : null,
    status ?? null,
    contractorId ?? null,
    projectId ?? null,
    departmentId ?? null,
    ...reach,
    keyOf(after, ['id'])?.[0] ?? null,
    limit + 1,
    search ? `${escaped(numberKey(search))}%` : null,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ invoice }) => InvoiceRow.decode(invoice)),
    next: last && rows.length > limit ? cursorOf([last.id]) : null,
  }
}

/** As `like` takes it for what it says. */
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

/** What this member may see. Nobody but the contractor sees a draft. */
export const invoicesFor = (actor: Actor, tx: Tx, page: InvoicePage) => pageOf(tx, page, [reachOf(actor), true])

const sums: Statement = {
  name: 'invoices.sums',
  text: `select json_build_object('currency', currency, 'count', count(*),
      'total', money_json(sum(total_minor)::bigint, currency)) as sum
    from invoices
    where organization_id = $1 and status = any ($2) and status <> 'draft'
      and ($3::uuid[] is null or department_id = any ($3))
    group by currency order by count(*) desc, currency`,
}

/** What this member may see of them, as sums: of all there are, however few a page shows. */
export const invoiceSums = async (actor: Actor, tx: Tx, status: readonly InvoiceStatus[]): Promise<InvoiceSum[]> => {
  const rows = await tx.named<{ sum: z.input<typeof InvoiceSum> }>(sums, [tx.organizationId, status, reachOf(actor)])
  return rows.map(({ sum }) => InvoiceSum.decode(sum))
}

export const invoicesOfContractor = (tx: Tx, contractorId: string, page: InvoicePage) =>
  pageOf(tx, { ...page, contractorId }, [null, false])
