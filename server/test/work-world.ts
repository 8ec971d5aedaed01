import type { Actor } from '#kernel/actor.ts'
import {
  addContractor,
  addEngagement,
  type ContractorId,
  type ContractorStatus,
} from '#modules/directory/contract.ts'
import { moveContractorTo } from '#modules/directory/index.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { acceptAssignment, addAssignment, addProject, offerAssignment } from '#modules/work/contract.ts'
import { legalEntityNamed } from './organizations-world.ts'
import type { World } from './world.ts'

/** Somebody in the portal, signed in as this contractor. */
export const contractorActor = (w: World, contractorId: ContractorId): Actor => ({
  ...w.member('contractor'),
  contractorId,
})

let count = 0

/** A contractor who went through onboarding, with an engagement that may begin. */
export const readyContractor = async (w: World, name = 'Priya Raman') => {
  count += 1
  const owner = w.member('owner')
  const entity = await legalEntityNamed(w, `Northwind LLC ${count}`)
  const email = `person${count}@example.com`
  const { id: contractorId } = await w.done(addContractor, owner, { displayName: name, email, country: 'US' })
  const engagement = await w.done(addEngagement, owner, {
    contractorId,
    legalEntityId: entity.id,
    departmentId: null,
    startsOn: '2026-11-01',
    endsOn: null,
  })
  for (const to of ['invited', 'onboarding', 'ready'] satisfies ContractorStatus[]) {
    await w.work(owner, (work) => moveContractorTo(work, contractorId, to, 'for the test'))
  }
  return {
    contractorId,
    engagementId: engagement.id,
    legalEntityId: entity.id,
    actor: contractorActor(w, contractorId),
  }
}

type Terms = Readonly<{ pricing?: 'hourly' | 'fixed'; amount?: string; currency?: string; cap?: string | null }>

/** The same contractor with accepted work that has begun: what invoices are written on. */
export const contractorAtWork = async (
  w: World,
  { pricing = 'hourly', amount = '85.00', currency = 'USD', cap = null }: Terms = {},
) => {
  const ready = await readyContractor(w)
  const owner = w.member('owner')
  // Counted here: of two that are made at the same moment, each has a department of its own.
  count += 1
  const department = await w.done(addDepartment, owner, { name: `Design ${count}` })
  const project = await w.done(addProject, owner, {
    name: 'Spring campaign',
    departmentId: department.id,
    legalEntityId: ready.legalEntityId,
  })
  const draft = await w.done(addAssignment, owner, {
    projectId: project.id,
    engagementId: ready.engagementId,
    title: 'Motion design',
    pricing,
    price: { amount, currency },
    cap: cap === null ? null : { amount: cap, currency },
    startsOn: '2026-11-09',
    answerBy: '2026-11-30',
  })
  const assignmentId = draft.id
  const offered = await w.done(offerAssignment, owner, { assignmentId, version: draft.version })
  const assignment = await w.done(acceptAssignment, ready.actor, { assignmentId, version: offered.version })
  return { ...ready, departmentId: department.id, projectId: project.id, assignment, assignmentId }
}
