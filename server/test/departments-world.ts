import type { Actor } from '#kernel/actor.ts'
import { draftAgreement, sendDraft } from '#modules/agreements/contract.ts'
import { addContractor, addEngagement, addRate, type ContractorStatus } from '#modules/directory/contract.ts'
import { moveContractorTo } from '#modules/directory/index.ts'
import { uploadFile } from '#modules/files/contract.ts'
import { approveInvoice, draftInvoice, submitInvoice } from '#modules/invoices/contract.ts'
import { inviteContractor, submitDocument, viewMyOnboarding } from '#modules/onboarding/contract.ts'
import { saveMyPayee } from '#modules/payees/contract.ts'
import { acceptAssignment, addAssignment, addProject, offerAssignment } from '#modules/work/contract.ts'
import { aTemplate } from './agreements-world.ts'
import { pdf } from './nasty-files.ts'
import { aFlow, documentPlan } from './onboarding-world.ts'
import { legalEntityNamed, portland } from './organizations-world.ts'
import { payoutTo, signW9 } from './payments-world.ts'
import { contractorActor } from './work-world.ts'
import type { World } from './world.ts'

type Place = Readonly<{
  /** Told by every word and amount of what is filed here. */
  word: string
  amount: string
  rate: string
  legalEntityId: string
  /** Where the contractor is filed. */
  departmentId: string | null
  /** Where the work is filed, which always has a department. */
  workDepartmentId: string
}>

/** One of everything that can be filed under a department, each with a word in it that stands nowhere else. */
export const filedUnder = async (w: World, place: Place) => {
  const { word, departmentId } = place
  const owner = w.member('owner')
  const profile = { displayName: `Person ${word}`, email: `${word}@example.com`, country: 'US', departmentId }
  const { id: contractorId } = await w.done(addContractor, owner, profile)
  const { id: rateId } = await w.done(addRate, owner, {
    contractorId,
    unit: 'hour',
    price: { amount: place.rate, currency: 'USD' },
    validFrom: '2026-11-01',
  })
  for (const to of ['invited', 'onboarding', 'ready'] satisfies ContractorStatus[])
    await w.work(owner, (work) => moveContractorTo(work, contractorId, to, 'for the test'))
  const actor = contractorActor(w, contractorId)
  await w.done(saveMyPayee, actor, { kind: 'person', legalName: `Legal ${word}`, address: portland })
  await payoutTo(w, actor, accountOf(word))
  await signW9(w, actor, `Legal ${word}`)
  const start = { contractorId, legalEntityId: place.legalEntityId, departmentId: null, startsOn: '2026-11-01' }
  const { id: engagementId } = await w.done(addEngagement, owner, { ...start, endsOn: null })
  return { contractorId, rateId, actor, engagementId, ...(await workIn(w, place, { actor, engagementId })) }
}

/** What is still asked of the same contractor: it would hold up work and payments, so it comes after them. */
export const askedOf = async (w: World, place: Place, hired: Hired & Engaged) => ({
  ...(await onboardingIn(w, place, hired)),
  agreementId: await agreementIn(w, place, hired),
})

export type Filed = Awaited<ReturnType<typeof filedUnder>> & Awaited<ReturnType<typeof askedOf>>

type Hired = Readonly<{ contractorId: string; actor: Actor }>

let studios = 0
/** Asked for a proof, which is handed in and waits for a decision. */
const onboardingIn = async (w: World, { word }: Place, { contractorId, actor }: Hired) => {
  studios += 1
  const { id: legalEntityId } = await legalEntityNamed(w, `Northwind Studio ${studios}`)
  const flow = await aFlow(w, [
    documentPlan,
    { ...documentPlan, key: 'passport', title: 'Passport', isProtected: true },
  ])
  const { id: onboardingId } = await w.done(inviteContractor, w.member('owner'), {
    contractorId,
    legalEntityId,
    startsOn: '2026-11-16',
    message: `Welcome ${word}`,
    flowId: flow.id,
  })
  const [mine] = (await w.done(viewMyOnboarding, actor, {})).items
  for (const { id: stageId, version, title } of mine?.stages ?? []) {
    const file = await w.done(uploadFile, actor, { name: `${title} ${word}.pdf` }, { upload: pdf })
    await w.done(submitDocument, actor, { stageId, version, fileId: file.id })
  }
  return { onboardingId, stageIds: (mine?.stages ?? []).map(({ id }) => id) }
}

type Engaged = Readonly<{ contractorId: string; engagementId: string }>

const agreementIn = async (w: World, { word }: Place, { contractorId, engagementId }: Engaged): Promise<string> => {
  const template = await aTemplate(w, { name: 'Statement of work', body: 'The work is {{field:Scope}}.' })
  const wanted = { templateId: template.id, contractorId, engagementId, fields: { Scope: `Scope ${word}` } }
  const { id: agreementId, version } = await w.done(draftAgreement, w.member('legal'), wanted)
  await w.done(sendDraft, w.member('legal'), { agreementId, version })
  return agreementId
}

type Started = Readonly<{ actor: Actor; engagementId: string }>

/** Accepted work with an approved invoice on it, which is owed. */
const workIn = async (w: World, place: Place, { actor, engagementId }: Started) => {
  const { word, amount, legalEntityId, workDepartmentId: departmentId } = place
  const owner = w.member('owner')
  const project = await w.done(addProject, owner, { name: `Project ${word}`, departmentId, legalEntityId })
  const draft = await w.done(addAssignment, owner, {
    projectId: project.id,
    engagementId,
    title: `Task ${word}`,
    pricing: 'fixed',
    price: { amount: '90000.00', currency: 'USD' },
    startsOn: '2026-11-16',
    answerBy: '2026-12-30',
  })
  const assignmentId = draft.id
  const offered = await w.done(offerAssignment, owner, { assignmentId, version: draft.version })
  await w.done(acceptAssignment, actor, { assignmentId, version: offered.version })
  const lines = [{ description: `Line ${word}`, quantity: '1', unit: 'piece', unitPrice: amount }]
  const written = { assignmentId, number: `N-${word}`, issuedOn: '2026-11-16', lines }
  const { id: invoiceId, version } = await w.done(draftInvoice, actor, written)
  const submitted = await w.done(submitInvoice, actor, { invoiceId, version })
  await w.done(approveInvoice, w.member('manager'), { invoiceId, version: submitted.version })
  return { projectId: project.id, assignmentId, invoiceId }
}

let accounts = 0
const accountOf = (word: string) => {
  accounts += 1
  return {
    kind: 'us_bank',
    holderName: `Holder ${word}`,
    routingNumber: '021000021',
    accountNumber: String(88_000_000 + accounts),
    accountType: 'checking',
  }
}
