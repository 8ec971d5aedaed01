import { permission } from '#kernel/actor.ts'

export const readInvoices = permission('invoices.list', [
  'owner',
  'admin',
  'finance',
  'releaser',
  'legal',
  'manager',
  'approver',
  'auditor',
])
/** Money is approved by a person, never by a key. */
export const decideInvoices = permission('invoices.approve', ['owner', 'manager', 'approver'], { humanOnly: true })
export const voidInvoices = permission('invoices.void', ['owner', 'finance'], { humanOnly: true })
export const claim = permission('invoices.claim', ['contractor'])
