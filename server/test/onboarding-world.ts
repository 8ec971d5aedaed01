import type { Actor } from '#kernel/actor.ts'
import { PersonId } from '#kernel/ids.ts'
import { linkAddress } from '#modules/access/index.ts'
import { counterSign, viewAgreement } from '#modules/agreements/contract.ts'
import { type ContractorView, changeOwnProfile, viewOwnProfile } from '#modules/directory/contract.ts'
import { uploadFile } from '#modules/files/contract.ts'
import {
  acceptPortalInvitation,
  addFlow,
  approveStage,
  inviteContractor,
  type MyOnboardingView,
  type StagePlan,
  submitData,
  submitDocument,
  viewMyOnboarding,
  viewOnboarding,
} from '#modules/onboarding/contract.ts'
import { requestPayoutMethod, saveMyPayee, verifyPayoutMethod, viewMyPayee } from '#modules/payees/contract.ts'
import { signMyW9 } from '#modules/tax/contract.ts'
import { goodPassword } from './access-world.ts'
import { aTemplate, signatureOf, signedByContractor } from './agreements-world.ts'
import { memberOnFile } from './approvals-world.ts'
import { aContractor, aContractorType, inPortal } from './directory-world.ts'
import { pdf } from './nasty-files.ts'
import { legalEntityNamed, portland } from './organizations-world.ts'
import type { World } from './world.ts'

let entities = 0

type Wanted = Readonly<{
  contractor?: Pick<ContractorView, 'id'>
  profile?: Readonly<Record<string, unknown>>
  flowId?: string
  legalEntityId?: string
}>

/** A contractor who was invited, with the token of the link in the mail. */
export const invited = async (w: World, wanted: Wanted = {}) => {
  entities += 1
  const manager = w.member('manager')
  const contractor = wanted.contractor ?? (await aContractor(w, { displayName: 'Priya Raman', ...wanted.profile }))
  const legalEntityId = wanted.legalEntityId ?? (await legalEntityNamed(w, `Northwind Studio ${entities}`)).id
  const onboarding = await w.done(inviteContractor, manager, {
    contractorId: contractor.id,
    legalEntityId,
    departmentId: null,
    startsOn: '2026-12-01',
    message: 'We look forward to the spring campaign.',
    ...(wanted.flowId ? { flowId: wanted.flowId } : {}),
  })
  const { id: onboardingId, contractorId, engagementId } = onboarding
  return {
    manager,
    onboarding,
    onboardingId,
    contractorId,
    engagementId,
    legalEntityId,
    token: await tokenOf(w, onboardingId),
  }
}

/** The token in the mail with the newest invitation to this onboarding. */
export const tokenOf = async (w: World, onboardingId: string): Promise<string> => {
  const [row] = await w.sql('select link_id from onboardings where id = $1', [onboardingId])
  const link = { purpose: 'portal-invitation', organizationId: w.northwind, linkId: row?.link_id } as const
  return linkAddress(w.runtime.outside, link).split('#')[1] ?? ''
}

/** The portal's actor, once the invitation is accepted: the person who was let in. */
export const portalActor = async (w: World, contractorId: string): Promise<Actor> => {
  const [row] = await w.sql('select person_id from contractor_access where contractor_id = $1', [contractorId])
  return { ...inPortal(w, { id: contractorId }), personId: PersonId.parse(row?.person_id) }
}

/** A contractor who accepted and stands before the first stage. */
export const onboarded = async (w: World, wanted: Wanted = {}) => {
  const start = await invited(w, wanted)
  await w.done(acceptPortalInvitation, undefined as never, {
    token: start.token,
    name: 'Priya Raman',
    password: goodPassword,
  })
  await w.deliver()
  return { ...start, actor: await portalActor(w, start.contractorId) }
}

type Inside = Readonly<{ actor: Actor; onboardingId: string }>

export const myMap = async (w: World, { actor, onboardingId }: Inside): Promise<MyOnboardingView> => {
  const { items } = await w.done(viewMyOnboarding, actor, {})
  const mine = items.find(({ id }) => id === onboardingId)
  if (!mine) throw new Error('The contractor sees nothing of this onboarding.')
  return mine
}

/** A stage of this kind as the contractor sees it. */
export const myStage = async (w: World, inside: Inside, kind: string) => {
  const stage = (await myMap(w, inside)).stages.find((one) => one.kind === kind)
  if (!stage) throw new Error(`This onboarding has no stage of the kind ${kind}.`)
  return stage
}

/** The same as staff see it. */
export const stageFor = async (w: World, actor: Actor, onboardingId: string, kind: string) => {
  const { stages } = await w.done(viewOnboarding, actor, { onboardingId })
  const stage = stages.find((one) => one.kind === kind)
  if (!stage) throw new Error(`This onboarding has no stage of the kind ${kind}.`)
  return stage
}

/** Fills in profile and payee, as the details of the flow for everybody ask for. */
export const fillIn = async (w: World, actor: Actor): Promise<void> => {
  const {
    email: _,
    status: _s,
    availability: _a,
    availableFrom: _f,
    availabilityNote: _n,
    ...rest
  } = await w.done(viewOwnProfile, actor, {})
  const { availabilitySetAt: _set, ...profile } = rest
  await w.done(changeOwnProfile, actor, {
    ...profile,
    phone: '+1 503 555 0100',
    city: 'Portland',
    headline: 'Motion',
  })
  const { payee } = await w.done(viewMyPayee, actor, {})
  const known = payee ? { version: payee.version } : {}
  await w.done(saveMyPayee, actor, { kind: 'person', legalName: 'Priya Raman', address: portland, ...known })
}

export const handInDetails = async (w: World, inside: Inside): Promise<MyOnboardingView> => {
  await fillIn(w, inside.actor)
  const { id: stageId, version } = await myStage(w, inside, 'data')
  const view = await w.done(submitData, inside.actor, { stageId, version })
  await w.deliver()
  return view
}

export const handInDocument = async (w: World, inside: Inside): Promise<MyOnboardingView> => {
  const file = await w.done(uploadFile, inside.actor, { name: 'Insurance.pdf' }, { upload: pdf })
  const { id: stageId, version } = await myStage(w, inside, 'document')
  return w.done(submitDocument, inside.actor, { stageId, version, fileId: file.id })
}

export const signTaxForm = async (w: World, actor: Actor): Promise<void> => {
  await w.done(signMyW9, actor, {
    name: 'Priya Raman',
    classification: 'individual',
    address: portland,
    tin: { kind: 'ssn', number: '219-09-9998' },
    certifies: true,
    signature: { kind: 'typed', text: 'Priya Raman' },
  })
  await w.deliver()
}

export const nameAccount = async (w: World, actor: Actor) => {
  const numbers = { routingNumber: '021000021', accountNumber: '123456789' }
  const account = { kind: 'us_bank', holderName: 'Priya Raman', accountType: 'checking', ...numbers }
  const { payoutMethods } = await w.done(requestPayoutMethod, actor, { account })
  await w.deliver()
  const [method] = payoutMethods
  if (!method) throw new Error('No account was named.')
  return { payoutMethodId: method.id, version: method.version }
}

export const confirmAccount = async (w: World, method: Awaited<ReturnType<typeof nameAccount>>): Promise<void> => {
  await w.done(verifyPayoutMethod, w.member('finance'), {
    ...method,
    how: 'Called the number on file; Priya confirmed.',
  })
  await w.deliver()
}

/** Signed by both, and sealed. */
export const signAgreement = async (w: World, inside: Inside): Promise<void> => {
  const { agreementId } = await myStage(w, inside, 'agreement')
  if (!agreementId) throw new Error('There is nothing to sign yet.')
  await signedByContractor(w, { agreementId, actor: inside.actor })
  const ines = await memberOnFile(w, 'Ines Duarte', 'legal')
  const view = await w.done(viewAgreement, ines, { agreementId })
  await w.done(counterSign, ines, signatureOf(view, 'Ines Duarte'))
  await w.deliver()
}

export const approveDetails = async (w: World, manager: Actor, onboardingId: string): Promise<void> => {
  const { id: stageId, version } = await stageFor(w, manager, onboardingId, 'data')
  await w.done(approveStage, manager, { stageId, version })
  await w.deliver()
}

/** Everything that the flow for everybody asks for, by the contractor's and the members' own steps. */
export const throughEverything = async (w: World, inside: Inside & Readonly<{ manager: Actor }>): Promise<void> => {
  await handInDetails(w, inside)
  await approveDetails(w, inside.manager, inside.onboardingId)
  await signAgreement(w, inside)
  await signTaxForm(w, inside.actor)
  await confirmAccount(w, await nameAccount(w, inside.actor))
}

/** The agreement that the flow for everybody asks for. */
export const starterNda = (w: World) => aTemplate(w)

/** A flow for a contractor type of its own. */
export const aFlow = async (w: World, stages: readonly unknown[]) => {
  entities += 1
  const name = `Flow ${entities}`
  const type = await aContractorType(w, `Type ${entities}`)
  return w.done(addFlow, w.member('owner'), { name, contractorTypeId: type.id, stages: stages as StagePlan[] })
}

export const documentPlan = {
  kind: 'document',
  key: 'insurance',
  title: 'Insurance',
  why: 'Our clients ask for it.',
  minutes: 4,
  dueInDays: 10,
  description: 'A certificate of liability insurance',
  review: 'member',
} as const

export const dataPlan = {
  kind: 'data',
  key: 'details',
  title: 'Details',
  why: '',
  minutes: 5,
  dueInDays: 5,
  fields: ['phone', 'city'],
  review: 'member',
} as const

/** One of each thing of onboarding that an endpoint can be about, for tests that walk all endpoints. */
export const onboardingObjects = async (w: World) => {
  const { onboarding, onboardingId } = await invited(w)
  return { onboardingId, flowId: onboarding.flowId, stageId: onboarding.stages[0]?.id ?? '' }
}
