import { command } from '#kernel/command.ts'
import { holdDepartmentInUse, holdLegalEntityInUse, organizationOf } from '#modules/organizations/index.ts'
import { projectOpened } from '#modules/work/events.ts'
import { ProjectId } from '#modules/work/ids.ts'
import * as contract from './contract.ts'
import { holdTerms, mayChangeProject, viewOfProject } from './project.ts'
import { insertProject, projectFor } from './store.ts'

export const addProject = command(contract.addProject)({
  load: async () => undefined,
  allow: (actor, _, terms) => mayChangeProject(actor, terms),
  run: async ({ tx, actor, newId }, _, terms) => {
    holdTerms(terms)
    await holdDepartmentInUse(tx, { before: null, after: terms.departmentId })
    await holdLegalEntityInUse(tx, { before: null, after: terms.legalEntityId })
    const projectId = newId(ProjectId)
    const { currency } = await organizationOf(tx)
    await insertProject(tx, projectId, { terms, currency })
    return {
      result: viewOfProject(await projectFor(actor, tx, projectId), actor),
      events: [projectOpened({ projectId, name: terms.name })],
    }
  },
})
