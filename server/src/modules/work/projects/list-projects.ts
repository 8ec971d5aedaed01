import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { readWork } from '#modules/work/permissions.ts'
import * as contract from './contract.ts'
import { viewOfProject } from './project.ts'
import { projectsFor } from './store.ts'

export const listProjects = query(contract.listProjects)({
  allow: (actor) => may(actor, readWork),
  read: async ({ tx, actor }, page) => {
    const { projects, next } = await projectsFor(actor, tx, page)
    return { items: projects.map((project) => viewOfProject(project, actor)), next }
  },
})
