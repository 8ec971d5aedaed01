import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { readLedger } from '#modules/payments/permissions.ts'
import { seesEverything } from '#modules/payments/reach.ts'
import * as contract from './contract.ts'
import { balancesPage, entriesPage } from './store.ts'

export const listLedgerEntries = query(contract.listLedgerEntries)({
  allow: (actor) => may(actor, readLedger) && seesEverything(actor),
  read: ({ tx }, page) => entriesPage(tx, page),
})

export const listLedgerBalances = query(contract.listLedgerBalances)({
  allow: (actor) => may(actor, readLedger) && seesEverything(actor),
  read: ({ tx }, page) => balancesPage(tx, page),
})
