import { mayEverywhere } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { readLedger } from '#modules/payments/permissions.ts'
import * as contract from './contract.ts'
import { balancesPage, entriesPage } from './store.ts'

export const listLedgerEntries = query(contract.listLedgerEntries)({
  allow: (actor) => mayEverywhere(actor, readLedger),
  read: ({ tx }, page) => entriesPage(tx, page),
})

export const listLedgerBalances = query(contract.listLedgerBalances)({
  allow: (actor) => mayEverywhere(actor, readLedger),
  read: ({ tx }, page) => balancesPage(tx, page),
})
