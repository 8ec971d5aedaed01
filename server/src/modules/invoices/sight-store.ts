import type { Statement } from '#kernel/db.ts'
import { sightOfFiled } from '#kernel/sight.ts'
import { readInvoices } from './permissions.ts'

/** Drafts are the contractor's alone. */
const invoices: Statement = {
  name: 'invoices.filed',
  text: `select id, department_id as "departmentId" from invoices
    where organization_id = $1 and id = any ($2) and status <> 'draft'`,
}

sightOfFiled('invoiceId', readInvoices, invoices)
