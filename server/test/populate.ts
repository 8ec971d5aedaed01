import { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { job, startJob } from '#kernel/background/job.ts'
import { uuidV7 } from '#kernel/ids.ts'
import { addContractor } from '#modules/directory/contract.ts'
import { uploadFile } from '#modules/files/contract.ts'
import { draftInvoice, returnInvoice, submitInvoice } from '#modules/invoices/contract.ts'
import { listMails } from '#modules/messaging/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { requestPayoutMethod, saveMyPayee } from '#modules/payees/contract.ts'
import { signMyW9 } from '#modules/tax/contract.ts'
import { accessObjects } from './access-world.ts'
import { sentAgreement } from './agreements-world.ts'
import { memberOnFile } from './approvals-world.ts'
import { aContractorType, anEngagement, aRate } from './directory-world.ts'
import { pdf } from './nasty-files.ts'
import { onboardingObjects } from './onboarding-world.ts'
import { legalEntityNamed, portland } from './organizations-world.ts'
import { paymentObjects } from './payments-world.ts'
import { contractorAtWork } from './work-world.ts'
import type { World } from './world.ts'

/** A world with one of everything in it, for tests that walk all endpoints. */
export type Populated = Readonly<{
  otherOrganizationId: Awaited<ReturnType<World['newOrganization']>>
  /** Northwind's object under this parameter name (`contractorId`). */
  ids: (parameter: string) => string
  absentIds: (parameter: string) => string
}>

export const populate = async (w: World): Promise<Populated> => {
  const owner = w.member('owner')
  const known = new Map<string, string>()
  const keep = (parameter: string, { id }: Readonly<{ id: string }>) => known.set(parameter, id)

  keep('departmentId', await w.done(addDepartment, owner, { name: 'Design' }))
  const legalEntity = await legalEntityNamed(w, 'Northwind LLC')
  keep('legalEntityId', legalEntity)
  keep('fileId', await w.done(uploadFile, owner, { name: 'Brief.pdf' }, { upload: pdf }))
  keep('personId', { id: (await memberOnFile(w, 'Dana Whitfield', 'approver')).personId })
  const priya = { displayName: 'Priya Raman', email: 'priya@raman.example', country: 'US' }
  const contractor = await w.done(addContractor, owner, priya)
  keep('contractorId', contractor)
  keep('engagementId', await anEngagement(w, contractor, legalEntity.id))
  keep('rateId', await aRate(w, contractor, '80.00', '2026-12-01'))
  keep('contractorTypeId', await aContractorType(w, 'Designers'))

  for (const [parameter, id] of Object.entries(await accessObjects(w))) keep(parameter, { id })
  const { agreement, template } = await sentAgreement(w)
  keep('agreementId', agreement)
  keep('agreementTemplateId', template)
  for (const [parameter, id] of Object.entries(await onboardingObjects(w))) keep(parameter, { id })
  await keepMoney(w, keep)
  for (const [parameter, id] of Object.entries(await paymentObjects(w))) keep(parameter, { id })
  keep('subjectId', contractor)
  for (const [parameter, id] of Object.entries(await backgroundObjects(w, owner))) keep(parameter, { id })

  return {
    otherOrganizationId: await w.newOrganization('harbor'),
    ids: (parameter) => {
      const found = known.get(parameter)
      if (!found) throw new Error(`populate.ts makes nothing that is addressed by ${parameter}.`)
      return found
    },
    absentIds: () => uuidV7(w.now(), new Uint8Array(10)),
  }
}

type Keep = (parameter: string, object: Readonly<{ id: string }>) => void

/** Work, an invoice, an account, a tax form and a mail: what money passes on its way. */
const keepMoney = async (w: World, keep: Keep): Promise<void> => {
  const { actor, projectId, assignmentId } = await contractorAtWork(w)
  keep('projectId', { id: projectId })
  keep('assignmentId', { id: assignmentId })
  const lines = [{ description: 'Motion design', quantity: '8', unitPrice: '85.00' }]
  const draft = { assignmentId, number: 'P-1', issuedOn: '2026-11-16', lines }
  const invoice = await w.done(draftInvoice, actor, draft)
  keep('invoiceId', invoice)
  const { version } = await w.done(submitInvoice, actor, { invoiceId: invoice.id, version: invoice.version })
  await w.done(returnInvoice, w.member('manager'), { invoiceId: invoice.id, version, reason: 'For the test' })
  await w.done(saveMyPayee, actor, { kind: 'person', legalName: 'Priya Raman', address: portland })
  const account = { kind: 'us_bank', holderName: 'Priya Raman', accountType: 'checking', ...usNumbers }
  const payee = await w.done(requestPayoutMethod, actor, { account })
  for (const method of payee.payoutMethods) keep('payoutMethodId', method)
  keep('taxFormId', await w.done(signMyW9, actor, w9))
  await w.deliver()
  for (const mail of (await w.done(listMails, w.member('owner'), {})).items) keep('mailId', mail)
}

const usNumbers = { routingNumber: '021000021', accountNumber: '123456789' }
const w9 = {
  name: 'Priya Raman',
  classification: 'individual',
  address: portland,
  tin: { kind: 'ssn', number: '219-09-9998' },
  certifies: true,
  signature: { kind: 'typed', text: 'Priya Raman' },
}

/** Something that takes long and something that failed again and again. */
const backgroundObjects = async (w: World, owner: Actor) => {
  const counting = job({
    name: 'test.counting',
    title: 'Counting',
    input: z.object({}),
    state: z.object({}),
    first: () => ({}),
    step: async () => ({ result: {}, events: [] }),
  })
  const jobId = await w.work(owner, (work) => startJob(work, counting, {}))
  const [parked] = await w.sql(
    `update deliveries set parked_at = due_at, last_error = 'The vendor is away.' where item = $1 returning id`,
    [jobId],
  )
  return { jobId, deliveryId: String(parked?.id) }
}
