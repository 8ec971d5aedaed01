import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportOf } from '#kernel/background/task.ts'
import { archiveTemplate } from '#modules/agreements/contract.ts'
import { viewOnboarding } from '#modules/onboarding/contract.ts'
import { onboardingReactions } from '#modules/onboarding/reactions.ts'
import { aTemplate } from '#test/agreements-world.ts'
import { aFlow, dataPlan, documentPlan, invited, starterNda } from '#test/onboarding-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { addFlow, changeFlow, listFlows, viewFlow } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  await starterNda(w)
})
afterAll(() => w.close())

const tax = { kind: 'tax_form', key: 'tax', title: 'Form W-9', why: '', minutes: 5, dueInDays: 7, review: 'nobody' }
const nda = { kind: 'agreement', key: 'nda', title: 'NDA', why: '', minutes: 5, dueInDays: 7 }
const absent = '0199a000-0000-7000-8000-0000000000aa'

test('a key or a tax form twice and a template nobody can send are refused at their places', async () => {
  const owner = w.member('owner')
  const flow = { name: 'Twice', contractorTypeId: null }
  const doubled = await w.ask(addFlow, owner, { ...flow, stages: [tax, { ...tax, key: 'tax' }] })
  const unknown = await w.ask(addFlow, owner, { ...flow, stages: [tax, { ...nda, templateId: absent }] })

  expect(doubled.status).toBe(422)
  expect(doubled.body).toMatchObject({ errors: [{ pointer: '#/stages/1/key' }, { pointer: '#/stages/1/kind' }] })
  expect(unknown.body).toMatchObject({
    type: '/problems/onboarding-unknown-template',
    errors: [{ pointer: '#/stages/1/templateId' }],
  })
})

test('a contractor type that does not exist gets no flow, and one that has one gets no second', async () => {
  const flow = await aFlow(w, [dataPlan])
  const owner = w.member('owner')
  const { name, contractorTypeId } = flow

  const unknown = await w.ask(addFlow, owner, { name, contractorTypeId: absent, stages: [dataPlan] })
  const second = await w.ask(addFlow, owner, { name, contractorTypeId, stages: [dataPlan] })

  expect(unknown.body).toMatchObject({ type: '/problems/onboarding-unknown-type' })
  expect(second.body).toMatchObject({ errors: [{ pointer: '#/contractorTypeId' }] })
})

test('a manager reads flows but does not change them, and nobody changes one on a stale page', async () => {
  const { id: flowId, name } = await aFlow(w, [dataPlan])
  const change = { flowId, name, stages: [documentPlan] }

  expect((await w.ask(changeFlow, w.member('manager'), { ...change, version: 1 })).status).toBe(403)
  expect((await w.done(viewFlow, w.member('manager'), { flowId })).can.change).toBe(false)
  expect((await w.ask(changeFlow, w.member('owner'), { ...change, version: 7 })).body).toMatchObject({
    type: '/problems/stale',
  })
})

test('whoever is under way stays on the version they began with; the next one gets the new', async () => {
  const flow = await aFlow(w, [dataPlan])
  const before = await invited(w, { flowId: flow.id })

  const changed = await w.done(changeFlow, w.member('owner'), {
    flowId: flow.id,
    version: flow.version,
    name: 'Designers, shorter',
    stages: [documentPlan],
  })
  const after = await invited(w, { flowId: flow.id })

  const running = await w.done(viewOnboarding, before.manager, { onboardingId: before.onboardingId })
  expect(running).toMatchObject({ flowVersion: 1, stages: [{ kind: 'data' }] })
  expect(after.onboarding).toMatchObject({ flowVersion: 2, stages: [{ kind: 'document' }] })
  expect(changed).toMatchObject({ name: 'Designers, shorter', version: 2, underWay: 1 })
})

test('a version that was made is never rewritten', async () => {
  const flow = await aFlow(w, [dataPlan])

  await expect(
    w.sql(`update onboarding_flow_versions set stages = '[]' where flow_id = $1`, [flow.id]),
  ).rejects.toThrow('keeps what happened')
})

test('a contractor goes through the flow of their type, and through the one for everybody without one', async () => {
  const flow = await aFlow(w, [documentPlan])

  const typed = await invited(w, { profile: { typeId: flow.contractorTypeId } })
  const untyped = await invited(w)

  expect(typed.onboarding.flowId).toBe(flow.id)
  expect(untyped.onboarding.flowName).toBe('Everybody')
})

test('every organization starts with a flow for everybody, which is made once however often', async () => {
  const reaction = onboardingReactions.find(({ name }) => name === 'onboarding.make-default-flow')
  const elsewhere = await w.newOrganization('harbor')
  const owner = w.memberOf(elsewhere, 'owner')
  const created = { organizationId: elsewhere, name: 'Harbor', slug: 'harbor' }

  const react = () =>
    w.work(owner, async (work) =>
      reaction && 'act' in reaction ? reportOf(await reaction.act(work, created)).events : [],
    )
  const [first, second] = [await react(), await react()]

  const { items } = await w.done(listFlows, owner, {})
  expect(items.map(({ contractorTypeId, stages }) => [contractorTypeId, stages.map(({ kind }) => kind)])).toEqual([
    [null, ['data', 'agreement', 'tax_form', 'payout_method']],
  ])
  expect([first.length, second.length]).toEqual([1, 0])
})

test('the flow for everybody comes first in the list', async () => {
  const { name } = await aFlow(w, [dataPlan])

  const { items } = await w.done(listFlows, w.member('auditor'), {})

  expect(items[0]?.contractorTypeId).toBeNull()
  expect(items.map((flow) => flow.name)).toContain(name)
})

test('an agreement stage says which template it would send now, and that there is none in use', async () => {
  const owner = w.member('owner')
  const template = await aTemplate(w, { name: 'Agency NDA' })
  const { id: flowId } = await aFlow(w, [nda, { ...nda, key: 'agency', templateId: template.id }])
  const elsewhere = await w.newOrganization('quay')
  const stranger = w.memberOf(elsewhere, 'owner')

  const before = await w.done(viewFlow, owner, { flowId })
  await w.done(archiveTemplate, owner, { agreementTemplateId: template.id, version: template.version })
  const after = await w.done(viewFlow, owner, { flowId })
  const empty = await w.done(addFlow, stranger, { name: 'First', contractorTypeId: null, stages: [nda] as never })

  expect(before.agreements).toMatchObject([{ key: 'nda' }, { key: 'agency', template: { name: 'Agency NDA' } }])
  expect(before.agreements[0]?.template).not.toBeNull()
  expect(after.agreements[1]).toEqual({ key: 'agency', template: null })
  expect(empty.agreements).toEqual([{ key: 'nda', template: null }])
})
