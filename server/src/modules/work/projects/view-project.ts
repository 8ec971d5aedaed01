import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { readWork } from '#modules/work/permissions.ts'
import * as contract from './contract.ts'
import { viewOfProject } from './project.ts'
import { projectFor } from './store.ts'

export const viewProject = query(contract.viewProject)({
  allow: (actor) => may(actor, readWork),
  read: async ({ tx, actor }, { projectId }) => viewOfProject(await projectFor(actor, tx, projectId), actor),
})
