import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { answerAssignments, readWork } from '#modules/work/permissions.ts'
import * as contract from './contract.ts'
import { assignmentsFor } from './store.ts'

export const listAssignments = query(contract.listAssignments)({
  allow: (actor) => may(actor, readWork),
  read: ({ tx, actor }, page) => assignmentsFor(actor, tx, page),
})

export const listMyAssignments = query(contract.listMyAssignments)({
  allow: (actor) => may(actor, answerAssignments) && actor.contractorId !== undefined,
  read: ({ tx, actor }, page) =>
    assignmentsFor(actor, tx, { ...page, contractorId: actor.contractorId, shownOnly: true }),
})
