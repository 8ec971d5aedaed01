import type { Actor } from '#kernel/actor.ts'
import type { PersonId } from '#kernel/ids.ts'
import { grantPortalAccess } from '#modules/access/index.ts'
import {
  addContractor,
  addEngagement,
  addRate,
  type ContractorId,
  type EngagementId,
} from '#modules/directory/contract.ts'
import { moveContractorTo } from '#modules/directory/index.ts'
import { requestPayoutMethod, saveMyPayee, verifyPayoutMethod } from '#modules/payees/contract.ts'
import { signMyW9 } from '#modules/tax/contract.ts'
import {
  type AssignmentId,
  acceptAssignment,
  addAssignment,
  addProject,
  offerAssignment,
  type ProjectId,
} from '#modules/work/contract.ts'
import { cast, demoPassword, priya } from './cast.ts'
import type { Company } from './company.ts'
import { dayOf } from './day-of.ts'
import { person } from './names.ts'
import type { Stage } from './stage.ts'

export type AtWork = Readonly<{
  name: string
  contractorId: ContractorId
  engagementId: EngagementId
  actor: Actor
  assignmentId: AssignmentId
  rate: number
}>

const home = {
  line1: '48 Elm Street',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
}

const projectNames = [
  'Spring catalogue',
  'Annual report',
  'Podcast season 3',
  'Website relaunch',
  'Trade fair 2026',
  'Customer stories',
]

export const openProjects = async (stage: Stage, company: Company): Promise<readonly ProjectId[]> => {
  const maya = stage.as(company.people.maya, ['owner'])
  const ids: ProjectId[] = []
  for (const [index, name] of projectNames.entries()) {
    const departmentId = company.departmentIds[index % company.departmentIds.length]
    if (!departmentId) continue
    const budget = { amount: `${stage.chance.between(40, 240)}000.00`, currency: 'USD' }
    ids.push(
      (await stage.perform(addProject, maya, { name, departmentId, legalEntityId: company.legalEntityId, budget }))
        .id,
    )
  }
  return ids
}

/** One contractor who went all the way: engaged, tax form signed, account confirmed, work accepted and begun. */
export const engage = async (
  stage: Stage,
  company: Company,
  { place, projectId }: Readonly<{ place: number; projectId: ProjectId }>,
): Promise<AtWork> => {
  const { chance, perform } = stage
  const { people, legalEntityId } = company
  const dana = stage.as(people.dana, cast.dana.roles)
  const made = person(chance, 100_000 + place)
  const profile =
    place === 0
      ? { ...made, displayName: priya.name, email: priya.email, country: 'US', city: 'Portland' }
      : { ...made, country: 'US', city: 'Portland' }
  const { id: contractorId } = await perform(addContractor, dana, { ...profile, departmentId: null })
  const rate = chance.between(45, 160)
  await perform(addRate, dana, {
    contractorId,
    unit: 'hour',
    price: { amount: `${rate}.00`, currency: 'USD' },
    validFrom: dayOf(stage.now()),
  })
  const { id: engagementId } = await perform(addEngagement, dana, {
    contractorId,
    legalEntityId,
    departmentId: null,
    startsOn: dayOf(stage.now()),
    endsOn: null,
  })
  for (const to of ['invited', 'onboarding', 'ready'] as const) {
    await stage.work(dana, async (work) => [await moveContractorTo(work, contractorId, to, 'took on')])
  }
  const actor = await letIn(stage, { contractorId, name: profile.displayName, email: profile.email, dana })
  await perform(signMyW9, actor, {
    name: profile.displayName,
    classification: 'individual',
    address: home,
    tin: {
      kind: 'ssn',
      number: `4${String(10 + (place % 89))}-${String(11 + (place % 80))}-${String(1_000 + place)}`,
    },
    certifies: true,
    signature: { kind: 'typed', text: profile.displayName },
  })
  await namePayout(stage, company, { actor, name: profile.displayName, place })
  const assignmentId = await giveWork(stage, { actor, dana, engagementId, projectId, rate })
  return { name: profile.displayName, contractorId, engagementId, actor, assignmentId, rate }
}

type Newcomer = Readonly<{ contractorId: ContractorId; name: string; email: string; dana: Actor }>

const letIn = async (stage: Stage, { contractorId, name, email, dana }: Newcomer): Promise<Actor> => {
  let personId: PersonId | undefined
  await stage.work(dana, async (work) => {
    const granted = await grantPortalAccess(work, { contractorId, name, email, password: demoPassword })
    personId = granted.personId
    return [granted.event]
  })
  if (!personId) throw new Error('Nobody was let in.')
  return stage.as(personId, ['contractor'], contractorId)
}

const namePayout = async (
  stage: Stage,
  { people }: Company,
  { actor, name, place }: Readonly<{ actor: Actor; name: string; place: number }>,
) => {
  await stage.perform(saveMyPayee, actor, { kind: 'person', legalName: name, address: home })
  const account = {
    kind: 'us_bank',
    holderName: name,
    routingNumber: '021000021',
    accountNumber: String(7_000_000 + place),
    accountType: 'checking',
  } as const
  const payee = await stage.perform(requestPayoutMethod, actor, { account })
  const asked = payee.payoutMethods[0]
  // A few wait for somebody to call: the demo shows what is blocked, too.
  if (!asked || place % 12 === 11) return
  const how = 'Called the number on file, spoke to them, read back the last four.'
  await stage.perform(verifyPayoutMethod, stage.as(people.ines, ['legal']), {
    payoutMethodId: asked.id,
    version: asked.version,
    how,
  })
}

type Offer = Readonly<{ actor: Actor; dana: Actor; engagementId: EngagementId; projectId: ProjectId; rate: number }>

const giveWork = async (
  stage: Stage,
  { actor, dana, engagementId, projectId, rate }: Offer,
): Promise<AssignmentId> => {
  const startsOn = dayOf(stage.now())
  const draft = await stage.perform(addAssignment, dana, {
    projectId,
    engagementId,
    title: stage.chance.one([
      'Design retainer',
      'Editorial desk',
      'Product shoots',
      'Campaign films',
      'Front-end work',
      'Interviews',
    ]),
    brief: 'Ongoing work, invoiced at the end of each month. What is wanted stands in the project.',
    pricing: 'hourly',
    price: { amount: `${rate}.00`, currency: 'USD' },
    startsOn,
    answerBy: dayOf(stage.now().getTime() + 14 * 86_400_000),
  })
  const assignmentId = draft.id
  const offered = await stage.perform(offerAssignment, dana, { assignmentId, version: draft.version })
  await stage.perform(acceptAssignment, actor, { assignmentId, version: offered.version })
  return assignmentId
}
