import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { viewOf } from './invoice.ts'
import { claim, readInvoices } from './permissions.ts'
import { invoiceFor } from './store.ts'
import { viewWithCap } from './view-with-cap.ts'

export const viewInvoice = query(contract.viewInvoice)({
  allow: (actor) => may(actor, readInvoices),
  read: async ({ tx, actor }, { invoiceId }) => viewOf(await invoiceFor(actor, tx, invoiceId), actor),
})

export const viewMyInvoice = query(contract.viewMyInvoice)({
  allow: (actor) => may(actor, claim),
  read: async ({ tx, actor }, { invoiceId }) => viewWithCap(tx, await invoiceFor(actor, tx, invoiceId), actor),
})
