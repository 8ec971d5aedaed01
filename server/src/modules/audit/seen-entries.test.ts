import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/actor.ts'
import { runSchedule } from '#kernel/background/schedule.ts'
import { declaredEvents } from '#kernel/event.ts'
import { declaredSights, ofAnyKind } from '#kernel/sight.ts'
import { addContractor, addRate } from '#modules/directory/contract.ts'
import { draftInvoice, submitInvoice } from '#modules/invoices/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { saveMyPayee } from '#modules/payees/contract.ts'
import { portland } from '#test/organizations-world.ts'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { exportLog, searchLog, verifyLog, viewTimeline } from './contract.ts'
import { audit } from './module.ts'

let w: World
let design: string
let events: Awaited<ReturnType<typeof contractorAtWork>>
/** Filed under no department, with work, a rate and an invoice for Events. */
let invoiceId: string
/** Filed under Design. */
let designer: string
beforeAll(async () => {
  w = await createWorld()
  const owner = w.member('owner')
  design = (await w.done(addDepartment, owner, { name: 'Design' })).id
  const ana = { displayName: 'Ana Costa', email: 'ana@costa.example', country: 'PT', departmentId: design }
  designer = (await w.done(addContractor, owner, ana)).id
  await w.done(addRate, owner, { contractorId: designer, ...perHour })
  events = await contractorAtWork(w)
  const lines = [{ description: 'Stage design', quantity: '8', unitPrice: '85.00' }]
  const draft = { assignmentId: events.assignmentId, number: 'EV-1', issuedOn: '2026-11-16', lines }
  const invoice = await w.done(draftInvoice, events.actor, draft)
  invoiceId = invoice.id
  await w.done(submitInvoice, events.actor, { invoiceId, version: invoice.version })
  await w.done(saveMyPayee, events.actor, { kind: 'person', legalName: 'Priya Raman', address: portland })
  for (const schedule of audit.schedules ?? []) await runSchedule(w.runtime, schedule)
})
afterAll(() => w.close())

const perHour = { unit: 'hour', price: { amount: '80.00', currency: 'USD' }, validFrom: '2026-12-01' }
const limited = (departmentId: string, ...roles: Role[]): Actor => ({
  ...w.member(...roles),
  departmentIds: [departmentId],
})
const sentences = async (actor: Actor, subjectId: string) =>
  (await w.done(viewTimeline, actor, { subjectId })).items.map(({ sentence }) => sentence)

test('whoever is limited to a department is told of no timeline of what another one has, or none', async () => {
  const manager = limited(design, 'manager')

  for (const subjectId of [
    events.contractorId,
    events.engagementId,
    events.assignmentId,
    events.projectId,
    invoiceId,
  ])
    expect((await w.ask(viewTimeline, manager, { subjectId })).body).toMatchObject({
      type: '/problems/nothing-recorded',
      status: 404,
    })
})

test('a timeline leaves out what is about other objects that the reader does not see', async () => {
  const [manager, finance] = [w.member('manager'), w.member('finance')]

  expect(await sentences(manager, events.contractorId)).toContain('submitted invoice EV-1 over 680.00 USD')
  expect(await sentences(manager, events.contractorId)).not.toContain('said who is legally paid')
  expect(await sentences(finance, events.contractorId)).toContain('said who is legally paid')
})

test('what an invoice of a department is about is read there, also where the contractor is not theirs', async () => {
  const approver = limited(events.departmentId, 'approver')

  expect(await sentences(approver, invoiceId)).toContain('submitted invoice EV-1 over 680.00 USD')
  expect((await w.ask(viewTimeline, approver, { subjectId: events.contractorId })).status).toBe(404)
})

test('an invoice that its contractor has not handed in is in no timeline', async () => {
  const lines = [{ description: 'Not yet', quantity: '1', unitPrice: '85.00' }]
  const draft = { assignmentId: events.assignmentId, number: 'EV-2', issuedOn: '2026-11-16', lines }
  const { id } = await w.done(draftInvoice, events.actor, draft)

  expect((await w.ask(viewTimeline, w.member('owner'), { subjectId: id })).status).toBe(404)
  expect((await sentences(w.member('owner'), events.assignmentId)).join()).not.toContain('EV-2')
})

test('rates are in the timeline of those who may see rates', async () => {
  const agreed = 'agreed with Ana Costa on 80.00 USD per hour from 1 December 2026'

  expect(await sentences(w.member('approver'), designer)).toEqual(['put Ana Costa on file'])
  expect(await sentences(limited(design, 'legal'), designer)).toEqual([agreed, 'put Ana Costa on file'])
})

test('a log reader who is limited to a department reads what happened to its objects alone', async () => {
  for (const role of ['legal', 'auditor'] as const) {
    const { items } = await w.done(searchLog, limited(design, role), { limit: 200, event: 'directory.' })
    const about = await w.done(searchLog, limited(design, role), { subjectId: invoiceId })

    expect(items.map(({ data }) => data.contractorId)).toEqual([designer, designer])
    expect(about.items).toEqual([])
    expect((await w.ask(verifyLog, limited(design, role), {})).status).toBe(403)
  }
})

test('of kinds of objects that a role may see nowhere, its log says nothing', async () => {
  const names = async (role: Role) =>
    (await w.done(searchLog, w.member(role), { limit: 200 })).items.map(({ name }) => name)

  expect(await names('auditor')).toContain('payees.saved')
  expect(await names('owner')).toContain('invoices.drafted')
  expect((await names('legal')).filter((name) => name.startsWith('payments.'))).toEqual([])
})

test('an export leaves out what the reader does not see, and its chain can be followed all the same', async () => {
  const lines = async (actor: Actor) =>
    (await w.ask(exportLog, actor, {})).text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)

  const [all, own] = [await lines(w.member('auditor')), await lines(limited(design, 'auditor'))]

  const links = (entries: typeof all) => entries.map(({ position, hash, chain }) => ({ position, hash, chain }))
  expect(links(own)).toEqual(links(all))
  expect(own.filter(({ name }) => name === 'directory.contractor-added')).toMatchObject([
    { data: { contractorId: designer } },
  ])
  expect(JSON.stringify(own)).not.toMatch(new RegExp(['EV-1', 'Priya Raman', invoiceId].join('|')))
})

test('whoever sees little of a long log gets short pages, and reaches the end', async () => {
  await w.sql(
    `insert into journal (organization_id, id, occurred_at, person_id, via, command, name, data, subjects, hash)
      select $1, ('0199b000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, now(), $3, 'session', 'test',
        'directory.contractor-changed', jsonb_build_object('contractorId', $2::text), array[$2::uuid], sha256('x')
      from generate_series(1, 4500) n`,
    [w.northwind, events.contractorId, w.member().personId],
  )
  const found: string[] = []
  let pages = 0
  for (let after: string | null | undefined; after !== null; pages += 1) {
    const page = await w.done(searchLog, limited(design, 'auditor'), { event: 'directory.', ...(after && { after }) })
    found.push(...page.items.map(({ name }) => name))
    after = page.next
  }

  expect(pages).toBeGreaterThan(1)
  expect(found).toEqual(['directory.rate-added', 'directory.contractor-added'])
})

/** Read by nobody but those who read the log of the whole organization. */
const aboutNothingWithAnAddress = [
  'access.address-change-asked',
  'access.address-change-taken-back',
  'access.address-changed',
  'access.links-read-at-console',
  'access.other-sessions-ended',
  'access.session-ended',
  'access.ways-in-ended',
  'agreements.certificate-made',
  'audit.restored-mode-lifted',
  'directory.contractors-imported',
  'messaging.mails-put-aside',
]

test('every fact is about something of which it is declared who sees it', () => {
  const known = (about: string | undefined) => about === ofAnyKind || declaredSights().has(about ?? '')

  // What only a command of the command line tells is declared where that command is loaded.
  const undeclared = declaredEvents().filter(
    ({ name, about }) => !known(about) && !aboutNothingWithAnAddress.includes(name),
  )

  expect(undeclared.map(({ name }) => name)).toEqual([])
})
