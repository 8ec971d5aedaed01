import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { holdSources } from '#modules/payments/holds/hold-sources.ts'
import { readPayments } from '#modules/payments/permissions.ts'
import * as contract from './contract.ts'
import { payablesFor, payableTotals } from './store.ts'

export const listPayables = query(contract.listPayables)({
  allow: (actor) => may(actor, readPayments),
  read: async (work, page) => payablesFor(work, await holdSources(work), page),
})

export const sumPayables = query(contract.sumPayables)({
  allow: (actor) => may(actor, readPayments),
  read: async (work, { dueBy }) => ({
    items: await payableTotals(work, await holdSources(work), dueBy ?? (await todayOf(work))),
  }),
})
