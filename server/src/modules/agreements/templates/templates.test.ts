import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addTemplate,
  archiveTemplate,
  changeTemplate,
  draftAgreement,
  listTemplates,
  restoreTemplate,
  sendDraft,
  viewAgreement,
  viewTemplate,
} from '#modules/agreements/contract.ts'
import { aTemplate, sentAgreement } from '#test/agreements-world.ts'
import { readyContractor } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const contentOf = ({ name, kind, body, ...rest }: Awaited<ReturnType<typeof aTemplate>>) => {
  const { counterSignature, daysToSign, note } = rest
  return { name, kind, body, counterSignature, daysToSign, note }
}

test('a text that asks for something unknown is refused with its line, and nothing is kept', async () => {
  const body = 'Between {{legalEntity.name}} and\n{{contractor.shoeSize}}'

  const refused = await w.ask(addTemplate, w.member('legal'), { name: 'Shoes', kind: 'other', body })

  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({
    type: '/problems/agreement-template-faulty',
    errors: [{ pointer: '#/body', detail: 'Line 2: There is no merge field {{contractor.shoeSize}}.' }],
  })
  const { items } = await w.done(listTemplates, w.member('legal'), {})
  expect(items.map(({ name }) => name)).not.toContain('Shoes')
})

test('a change that asks for something unknown leaves the version that was there', async () => {
  const template = await aTemplate(w)
  const { id: agreementTemplateId } = template
  const change = { ...contentOf(template), agreementTemplateId, version: 1, body: '{{mood}}' }

  expect((await w.ask(changeTemplate, w.member('legal'), change)).status).toBe(422)
  expect(await w.done(viewTemplate, w.member('legal'), { agreementTemplateId })).toMatchObject({
    version: 1,
    body: template.body,
  })
})

test.each(['manager', 'finance', 'auditor', 'approver'] as const)('a %s writes no template', async (role) => {
  const { status } = await w.ask(addTemplate, w.member(role), { name: 'Mine', kind: 'nda', body: 'Text' })

  expect(status).toBe(403)
})

test('nobody changes a template on a stale page', async () => {
  const template = await aTemplate(w)
  const change = { ...contentOf(template), agreementTemplateId: template.id, version: 1 }

  await w.done(changeTemplate, w.member('legal'), change)

  expect((await w.ask(changeTemplate, w.member('owner'), change)).status).toBe(409)
})

test('a template out of use is neither sent nor changed until it is in use again', async () => {
  const template = await aTemplate(w)
  const legal = w.member('legal')
  const named = { agreementTemplateId: template.id, version: 1 }
  const { contractorId, engagementId } = await readyContractor(w)
  const wanted = { templateId: template.id, contractorId, engagementId }

  const archived = await w.done(archiveTemplate, legal, named)

  expect(archived).toMatchObject({ archived: true, can: { change: false, send: false, restore: true } })
  expect((await w.ask(archiveTemplate, legal, named)).status).toBe(409)
  expect((await w.ask(draftAgreement, legal, wanted)).body).toMatchObject({
    type: '/problems/agreement-template-archived',
  })
  expect((await w.ask(changeTemplate, legal, { ...contentOf(template), ...named })).status).toBe(409)
  expect((await w.done(restoreTemplate, legal, named)).archived).toBe(false)
  expect((await w.done(draftAgreement, legal, wanted)).status).toBe('draft')
})

test('a change makes another version; what was sent and what was drafted keep their own text', async () => {
  const { template, agreementId, legal, contractorId, engagementId } = await sentAgreement(w)
  const drafted = await w.done(draftAgreement, legal, { templateId: template.id, contractorId, engagementId })
  const change = { ...contentOf(template), agreementTemplateId: template.id, version: 1 }

  const changed = await w.done(changeTemplate, legal, { ...change, name: 'Another name', body: 'Another text.' })
  const late = await w.done(sendDraft, legal, { agreementId: drafted.id, version: drafted.version })

  expect(changed.version).toBe(2)
  const kept = await w.done(viewAgreement, legal, { agreementId })
  expect(kept).toMatchObject({ title: 'Mutual NDA', templateVersion: 1 })
  expect(JSON.stringify(kept.content)).toContain('secrets')
  expect(JSON.stringify(late.content)).toContain('secrets')
  const versions = await w.sql(
    'select version, body from agreement_template_versions where template_id = $1 order by 1',
    [template.id],
  )
  expect(versions.map(({ version }) => version)).toEqual([1, 2])
  await expect(w.sql(`update agreement_template_versions set body = 'x'`)).rejects.toThrow('keeps what happened')
})

test('the list names what each template asks for and every merge field there is', async () => {
  const template = await aTemplate(w, { name: 'SOW', kind: 'sow', body: '{{field:Scope}} by {{field:Deadline}}' })

  const { items, mergeFields } = await w.done(listTemplates, w.member('manager'), {})

  expect(items.find(({ id }) => id === template.id)).toMatchObject({ fields: ['Scope', 'Deadline'], kind: 'sow' })
  expect(mergeFields.map(({ name }) => name)).toContain('payee.legalName')
})
