import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { answerAssignments, readWork } from '#modules/work/permissions.ts'
import { viewOfAssignment } from './assignment-view.ts'
import * as contract from './contract.ts'
import { assignmentFor } from './store.ts'

export const viewAssignment = query(contract.viewAssignment)({
  allow: (actor) => may(actor, readWork),
  read: async (work, { assignmentId }) =>
    viewOfAssignment(work, await assignmentFor(work.actor, work.tx, assignmentId)),
})

export const viewMyAssignment = query(contract.viewMyAssignment)({
  allow: (actor) => may(actor, answerAssignments),
  read: async (work, { assignmentId }) =>
    viewOfAssignment(work, await assignmentFor(work.actor, work.tx, assignmentId)),
})
