import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { claim, readInvoices } from './permissions.ts'
import { invoiceSums, invoicesFor, invoicesOfContractor } from './row-store.ts'

export const listInvoices = query(contract.listInvoices)({
  allow: (actor) => may(actor, readInvoices),
  read: ({ tx, actor }, page) => invoicesFor(actor, tx, page),
})

export const sumInvoices = query(contract.sumInvoices)({
  allow: (actor) => may(actor, readInvoices),
  read: async ({ tx, actor }, { status }) => ({ items: await invoiceSums(actor, tx, status) }),
})

export const listMyInvoices = query(contract.listMyInvoices)({
  allow: (actor) => may(actor, claim) && actor.contractorId !== undefined,
  read: ({ tx, actor }, page) => invoicesOfContractor(tx, actor.contractorId ?? '', page),
})
