import { command } from '#kernel/command.ts'
import { holdDepartmentInUse, holdLegalEntityInUse, organizationOf } from '#modules/organizations/index.ts'
import { projectChanged } from '#modules/work/events.ts'
import * as contract from './contract.ts'
import { changeTermsOf, mayChangeProject, viewOfProject } from './project.ts'
import { lockProject, projectFor, saveProject } from './store.ts'

export const changeProject = command(contract.changeProject)({
  load: ({ tx, actor }, input) => lockProject(actor, tx, input),
  allow: (actor, project, input) => mayChangeProject(actor, project) && mayChangeProject(actor, input),
  run: async ({ tx, actor }, project, { projectId, version: _, status, ...terms }) => {
    await holdDepartmentInUse(tx, { before: project.departmentId, after: terms.departmentId })
    await holdLegalEntityInUse(tx, { before: project.legalEntityId, after: terms.legalEntityId })
    const { currency } = await organizationOf(tx)
    await saveProject(tx, changeTermsOf(project, terms, status), currency)
    return {
      result: viewOfProject(await projectFor(actor, tx, projectId), actor),
      events: [projectChanged({ projectId, name: terms.name, status })],
    }
  },
})
