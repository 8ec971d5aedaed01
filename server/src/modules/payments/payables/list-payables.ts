import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { readPayments } from '#modules/payments/permissions.ts'
import * as contract from './contract.ts'
import { payablesFor, payableTotals } from './store.ts'

export const listPayables = query(contract.listPayables)({
  allow: (actor) => may(actor, readPayments),
  read: ({ tx, actor }, page) => payablesFor(actor, tx, page),
})

export const sumPayables = query(contract.sumPayables)({
  allow: (actor) => may(actor, readPayments),
  read: async (work, { dueBy }) => ({
    items: await payableTotals(work.actor, work.tx, dueBy ?? (await todayOf(work))),
  }),
})
