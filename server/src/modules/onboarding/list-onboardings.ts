import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { countsFor, onboardingsFor } from './board-store.ts'
import * as contract from './contract.ts'
import { readOnboardings } from './permissions.ts'

export const listOnboardings = query(contract.listOnboardings)({
  allow: (actor) => may(actor, readOnboardings),
  read: ({ tx, actor }, page) => onboardingsFor(actor, tx, page),
})

export const countOnboardings = query(contract.countOnboardings)({
  allow: (actor) => may(actor, readOnboardings),
  read: ({ tx, actor }) => countsFor(actor, tx),
})
