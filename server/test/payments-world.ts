import type { Actor } from '#kernel/actor.ts'
import { addContractor, addEngagement, type ContractorStatus } from '#modules/directory/contract.ts'
import { moveContractorTo } from '#modules/directory/index.ts'
import { approveInvoice, draftInvoice, type InvoiceId, submitInvoice } from '#modules/invoices/contract.ts'
import { addDepartment, changeAccount, type LegalEntityView } from '#modules/organizations/contract.ts'
import { requestPayoutMethod, saveMyPayee, verifyPayoutMethod } from '#modules/payees/contract.ts'
import {
  approvePayRun,
  listPayments,
  lockPayRun,
  type PayRunView,
  preparePayRun,
  releasePayRun,
} from '#modules/payments/contract.ts'
import { signMyW9 } from '#modules/tax/contract.ts'
import { acceptAssignment, addAssignment, addProject, offerAssignment } from '#modules/work/contract.ts'
import { legalEntityNamed, payingLegalEntity, portland } from './organizations-world.ts'
import { contractorActor } from './work-world.ts'
import type { World } from './world.ts'

let count = 0

/** A legal entity that can pay, with a department and a project: where invoices are written to. */
export const payer = async (w: World, { currency = 'USD' } = {}) => {
  count += 1
  const legalEntity = currency === 'USD' ? await payingLegalEntity(w, `Northwind ${count}`) : await inEurope(w)
  const department = await w.done(addDepartment, w.member('owner'), { name: `Department ${count}` })
  const project = await w.done(addProject, w.member('owner'), {
    name: 'Autumn campaign',
    departmentId: department.id,
    legalEntityId: legalEntity.id,
  })
  return { legalEntity, legalEntityId: legalEntity.id, departmentId: department.id, projectId: project.id, currency }
}
export type Payer = Awaited<ReturnType<typeof payer>>

const inEurope = async (w: World): Promise<LegalEntityView> => {
  const { id: legalEntityId, version } = await legalEntityNamed(w, `Northwind GmbH ${count}`)
  const account = { kind: 'iban', bankName: 'Berliner Bank', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' }
  return w.done(changeAccount, w.member('finance'), { legalEntityId, version, account })
}

export const usAccount = (accountNumber: string) => ({
  kind: 'us_bank',
  holderName: 'Priya Raman',
  routingNumber: '021000021',
  accountNumber,
  accountType: 'checking',
})
export const euAccount = { kind: 'iban', holderName: 'Priya Raman', iban: 'FR1420041010050500013M02606' }

/** Names an account in the portal and has a second person confirm it. */
export const payoutTo = async (w: World, actor: Actor, account: object): Promise<void> => {
  const payee = await w.done(requestPayoutMethod, actor, { account })
  const asked = payee.payoutMethods.find(({ status }) => status === 'pending_verification')!
  await w.done(verifyPayoutMethod, w.member('finance'), {
    payoutMethodId: asked.id,
    version: asked.version,
    how: 'Called the number on file',
  })
}

export const signW9 = (w: World, actor: Actor, name: string, changed: object = {}) =>
  w.done(signMyW9, actor, {
    name,
    classification: 'individual',
    address: portland,
    tin: { kind: 'ssn', number: '219-09-9998' },
    certifies: true,
    signature: { kind: 'typed', text: name },
    ...changed,
  })

type Hire = Readonly<{
  name?: string
  kind?: 'person' | 'company'
  without?: readonly ('payee' | 'account' | 'w9')[]
}>

/** A contractor at work for a payer, with everything in place that a payment needs, unless it is left out. */
export const hired = async (w: World, to: Payer, { name, kind = 'person', without = [] }: Hire = {}) => {
  count += 1
  const owner = w.member('owner')
  const displayName = name ?? `Contractor ${count}`
  const country = to.currency === 'USD' ? 'US' : 'FR'
  const profile = { displayName, email: `payee-${count}@example.com`, country }
  const { id: contractorId } = await w.done(addContractor, owner, profile)
  const { legalEntityId, projectId } = to
  const start = { contractorId, legalEntityId, departmentId: null, startsOn: '2026-11-01', endsOn: null }
  const engagement = await w.done(addEngagement, owner, start)
  for (const step of ['invited', 'onboarding', 'ready'] satisfies ContractorStatus[])
    await w.work(owner, (work) => moveContractorTo(work, contractorId, step, 'for the test'))
  const actor = contractorActor(w, contractorId)
  const account = to.currency === 'USD' ? usAccount(String(70_000_000 + count)) : euAccount
  if (!without.includes('payee'))
    await w.done(saveMyPayee, actor, { kind, legalName: displayName, address: portland })
  if (!without.includes('payee') && !without.includes('account')) await payoutTo(w, actor, account)
  if (!without.includes('w9') && country === 'US') await signW9(w, actor, displayName)
  const draft = await w.done(addAssignment, owner, {
    projectId,
    engagementId: engagement.id,
    title: 'Motion design',
    pricing: 'fixed',
    price: { amount: '9000.00', currency: to.currency },
    startsOn: '2026-11-09',
    answerBy: '2026-12-30',
  })
  const assignmentId = draft.id
  const offered = await w.done(offerAssignment, owner, { assignmentId, version: draft.version })
  await w.done(acceptAssignment, actor, { assignmentId, version: offered.version })
  return { contractorId, engagementId: engagement.id, actor, assignmentId, displayName }
}
export type Hired = Awaited<ReturnType<typeof hired>>

export const submitted = async (w: World, { actor, assignmentId }: Hired, amount = '1250.00') => {
  count += 1
  const line = { description: 'Design', quantity: '1', unit: 'piece', unitPrice: amount }
  const content = { number: `INV-${count}`, issuedOn: '2026-11-16', lines: [line] }
  const draft = await w.done(draftInvoice, actor, { assignmentId, ...content })
  return w.done(submitInvoice, actor, { invoiceId: draft.id, version: draft.version })
}

/** An invoice that was approved, so that it is owed and has a day. */
export const owed = async (w: World, by: Hired, amount = '1250.00', approver = w.member('manager')) => {
  const { id: invoiceId, version } = await submitted(w, by, amount)
  const approved = await w.done(approveInvoice, approver, { invoiceId, version })
  await w.deliver()
  return approved
}

/** Brings a world so far that everything approved in it is due. */
export const untilDue = (w: World): void => w.advance(31 * 24 * 3_600_000)

export const statusOf = async (w: World, invoiceId: InvoiceId): Promise<string> =>
  (await w.sql('select status from invoices where id = $1', [invoiceId]))[0].status

/** Every currency in every legal entity's books must come to nothing. */
export const booksOf = async (w: World) =>
  w.sql(`select legal_entity_id, currency, sum(amount_minor)::text as sum from ledger_postings
    group by 1, 2 having sum(amount_minor) <> 0`)

export const balancesOf = async (w: World, legalEntityId: string) => {
  const rows = await w.sql(
    'select account_kind, sum(balance_minor)::text as minor from ledger_balances where legal_entity_id = $1 group by 1',
    [legalEntityId],
  )
  return Object.fromEntries(rows.map(({ account_kind, minor }) => [account_kind, Number(minor)]))
}

/** A banking day on which everything is due that `untilDue` has let come. */
export const payOn = '2026-12-18'

const at = ({ id: payRunId, version }: PayRunView) => ({ payRunId, version })

export const prepared = (w: World, { legalEntityId, currency }: Payer, lee: Actor): Promise<PayRunView> =>
  w.done(preparePayRun, lee, { legalEntityId, currency, payOn, method: currency === 'USD' ? 'nacha' : 'pain001' })

export const locked = async (w: World, to: Payer, lee: Actor): Promise<PayRunView> =>
  w.done(lockPayRun, lee, at(await prepared(w, to, lee)))

type Duo = Readonly<{ lee: Actor; ruth: Actor }>

export const approved = async (w: World, to: Payer, { lee, ruth }: Duo): Promise<PayRunView> =>
  w.done(approvePayRun, ruth, at(await locked(w, to, lee)))

/** The bank has its file. */
export const released = async (w: World, to: Payer, { lee, ruth }: Duo): Promise<PayRunView> =>
  w.done(releasePayRun, ruth, at(await approved(w, to, { lee, ruth })))

/** Everything that is owed falls due today, whatever its schedule says. */
export const allDue = (w: World) => w.sql(`update payables set due_on = $1 where status = 'open'`, [w.now()])

/** A run and a payment in it, for tests that walk all endpoints. */
export const paymentObjects = async (w: World): Promise<Readonly<Record<string, string>>> => {
  const lee = w.member('finance')
  const northwind = await payer(w)
  await owed(w, await hired(w, northwind))
  await allDue(w)
  const { legalEntityId, currency } = northwind
  const asked = { legalEntityId, currency, payOn: '2026-11-18', method: 'nacha' }
  const { id: payRunId } = await w.done(preparePayRun, lee, asked)
  const [payment] = (await w.done(listPayments, lee, { payRunId })).items
  return { payRunId, paymentId: payment!.id }
}
