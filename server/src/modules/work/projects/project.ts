import { type Actor, mayIn } from '#kernel/actor.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import { changeProjects, readWork } from '#modules/work/permissions.ts'
import { projectClosed, termsDoNotFit } from '#modules/work/problems.ts'
import type { ProjectStatus, ProjectTerms, ProjectView } from './contract.ts'

export const projectTransitions: Transitions<ProjectStatus> = { open: ['closed'], closed: ['open'] }

export type Project = Readonly<Omit<ProjectView, 'can'>>

type Filed = Pick<Project, 'departmentId'>
export const mayReadProject = (actor: Actor, { departmentId }: Filed): boolean => mayIn(actor, readWork, departmentId)
export const mayChangeProject = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, changeProjects, departmentId)

export const changeTermsOf = (project: Project, terms: ProjectTerms, status: ProjectStatus): Project => {
  holdTerms(terms)
  if (status !== project.status && !mayFollow(projectTransitions, project.status, status)) throw projectClosed()
  return { ...project, ...terms, status }
}

export const holdTerms = ({ startsOn, endsOn }: Pick<ProjectTerms, 'startsOn' | 'endsOn'>): void => {
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return
  throw termsDoNotFit({ errors: [{ pointer: '#/endsOn', detail: 'Choose a day on or after the first.' }] })
}

export const viewOfProject = (project: Project, actor: Actor): ProjectView => ({
  ...project,
  can: { change: mayChangeProject(actor, project) },
})
