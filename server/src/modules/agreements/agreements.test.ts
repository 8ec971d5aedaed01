import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '#kernel/canonical-json.ts'
import { stepsOf } from '#kernel/states.ts'
import { addContractor } from '#modules/directory/contract.ts'
import { aTemplate, completedAgreement, sentAgreement } from '#test/agreements-world.ts'
import { readyContractor } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { agreementTransitions } from './agreement.ts'
import { hashOf } from './compose.ts'
import {
  changeDraft,
  downloadAgreement,
  draftAgreement,
  listMyAgreements,
  sendDraft,
  viewAgreement,
  viewMyAgreement,
  voidAgreement,
} from './contract.ts'
import { sendAgreement } from './index.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const scope = {
  body: 'Work: {{field:Scope}}, paid to {{payee.legalName}}, for {{contractor.name}}.',
  kind: 'sow',
} as const

const draftOf = async (content: Parameters<typeof aTemplate>[1] = {}, about: object = {}) => {
  const ready = await readyContractor(w)
  const template = await aTemplate(w, content)
  const { contractorId, engagementId } = ready
  const legal = w.member('legal')
  const wanted = { templateId: template.id, contractorId, engagementId, ...about }
  return { ...ready, template, legal, wanted, draft: await w.done(draftAgreement, legal, wanted) }
}

test('the same steps are legal in code and in the database', async () => {
  const rows = await w.sql(
    `select from_state || '>' || to_state as step from legal_transitions where object = 'agreements'`,
  )

  expect(rows.map(({ step }) => step).sort()).toEqual(stepsOf(agreementTransitions))
})

test('what is not known yet blocks sending, each gap named at its place', async () => {
  const { draft, legal } = await draftOf(scope)

  const { status, body } = await w.ask(sendDraft, legal, { agreementId: draft.id, version: draft.version })

  const gaps = [
    { pointer: '#/fields/Scope', detail: 'Fill in “Scope”.' },
    { pointer: '#/contractorId', detail: 'The legal name of the payee is not known yet ({{payee.legalName}}).' },
  ]
  expect(status).toBe(409)
  expect(body).toMatchObject({ type: '/problems/agreement-incomplete', errors: gaps })
  expect(draft).toMatchObject({ missing: gaps, can: { send: false, change: true } })
})

test('without an engagement there is no legal entity to fill in', async () => {
  const { draft } = await draftOf({}, { engagementId: null })

  expect(draft.missing).toEqual([
    {
      pointer: '#/engagementId',
      detail: 'The name of the legal entity is not known yet ({{legalEntity.name}}).',
    },
  ])
})

test('a field that the text does not ask for is refused instead of lost', async () => {
  const { wanted, legal } = await draftOf(scope)

  const { status, body } = await w.ask(draftAgreement, legal, { ...wanted, fields: { 'Sc/ope': 'x' } })

  expect(status).toBe(422)
  expect(body).toMatchObject({ errors: [{ pointer: '#/fields/Sc~1ope' }] })
})

test('the engagement of another contractor is refused, and so is replacing what nobody has signed', async () => {
  const { wanted, legal } = await draftOf()
  const other = await readyContractor(w, 'Bo Lund')
  const sent = await sentAgreement(w)

  const foreign = await w.ask(draftAgreement, legal, { ...wanted, engagementId: other.engagementId })
  const theirs = await w.ask(draftAgreement, legal, { ...wanted, replacesId: sent.agreementId })
  const open = { templateId: sent.template.id, contractorId: sent.contractorId, replacesId: sent.agreementId }

  expect(foreign.body).toMatchObject({ errors: [{ pointer: '#/engagementId' }] })
  expect(theirs.body).toMatchObject({ errors: [{ pointer: '#/replacesId' }] })
  expect((await w.ask(draftAgreement, legal, open)).body).toMatchObject({
    type: '/problems/agreement-nothing-to-replace',
  })
})

test('nothing is sent with a last day that has passed', async () => {
  const { draft, legal } = await draftOf()
  const sending = { agreementId: draft.id, version: draft.version, expiresOn: '2026-11-15' }

  expect((await w.ask(sendDraft, legal, sending)).body).toMatchObject({ errors: [{ pointer: '#/expiresOn' }] })
})

test('a contractor sees no draft, also not one that was called off', async () => {
  const { draft, legal, actor } = await draftOf()
  const named = { agreementId: draft.id }

  expect((await w.ask(viewMyAgreement, actor, named)).status).toBe(404)
  await w.done(voidAgreement, legal, { ...named, version: draft.version, reason: 'not needed' })
  expect((await w.ask(viewMyAgreement, actor, named)).status).toBe(404)
  expect((await w.done(listMyAgreements, actor, {})).items).toEqual([])
})

test('finance and auditors read; they neither draft, send nor call off', async () => {
  const { draft, wanted } = await draftOf()
  const change = { agreementId: draft.id, version: draft.version }

  for (const role of ['finance', 'auditor'] as const) {
    const reader = w.member(role)
    expect((await w.done(viewAgreement, reader, { agreementId: draft.id })).can).toEqual({
      ...{ change: false, send: false, sign: false, void: false },
    })
    expect((await w.ask(draftAgreement, reader, wanted)).status).toBe(403)
    expect((await w.ask(sendDraft, reader, change)).status).toBe(403)
    expect((await w.ask(voidAgreement, reader, { ...change, reason: 'because' })).status).toBe(403)
  }
})

test('what was sent is not filled in again and not sent twice', async () => {
  const { agreementId, agreement, legal } = await sentAgreement(w)
  const { version } = agreement

  expect((await w.ask(changeDraft, legal, { agreementId, version, fields: {} })).status).toBe(409)
  expect((await w.ask(sendDraft, legal, { agreementId, version })).status).toBe(409)
  expect((await w.ask(sendDraft, legal, { agreementId, version: version - 1 })).body).toMatchObject({
    type: '/problems/stale',
  })
})

test('not even the owner of the database changes the text of what was sent', async () => {
  const { agreementId } = await sentAgreement(w)
  const other = `update agreements set content = jsonb_set(content, '{title}', '"Other"') where id = $1`

  await expect(w.sql(other, [agreementId])).rejects.toThrow('stays as it is')
  await expect(
    w.sql(`update agreements set content_sha256 = repeat('0', 64) where id = $1`, [agreementId]),
  ).rejects.toThrow('stays as it is')
})

test('an agreement that everybody has signed is not called off', async () => {
  const { agreementId, agreement, legal } = await completedAgreement(w)
  const voiding = { agreementId, version: agreement.version, reason: 'too late' }

  expect((await w.ask(voidAgreement, legal, voiding)).body).toMatchObject({ from: 'completed' })
})

test('before the document is made there is none to download', async () => {
  const { agreementId, actor } = await sentAgreement(w)

  expect((await w.ask(downloadAgreement, actor, { agreementId })).body).toMatchObject({
    type: '/problems/agreement-document-not-made',
  })
})

test('a draft reads as it would today, gaps and all, until they are filled in and it is sent', async () => {
  const { draft, legal } = await draftOf({ body: '**{{field:Scope}}** for {{contractor.name}} on {{today}}.' })
  const agreementId = draft.id
  expect(JSON.stringify(draft.content.blocks)).toContain('{{field:Scope}}')

  const fields = { Scope: '  **Motion**\n design {{today}} ' }
  const filled = await w.done(changeDraft, legal, { agreementId, version: draft.version, fields })
  const sent = await w.done(sendDraft, legal, { agreementId, version: filled.version })

  expect(filled).toMatchObject({ missing: [], can: { send: true } })
  expect(sent.content.blocks).toEqual([
    {
      kind: 'paragraph',
      text: [
        { text: '**Motion** design {{today}}', strong: true },
        { text: ' for Priya Raman on 16 November 2026.' },
      ],
    },
  ])
  expect(sent).toMatchObject({ status: 'sent', expiresOn: '2026-12-16', sentAt: w.now() })
})

test('the hash of what was sent is that of its canonical JSON, as anybody can compute', async () => {
  const { agreement } = await sentAgreement(w)
  const { createHash } = await import('node:crypto')

  expect(agreement.contentHash).toBe(hashOf(agreement.content))
  expect(agreement.contentHash).toBe(createHash('sha256').update(canonicalJson(agreement.content)).digest('hex'))
})

test('a later change of the profile changes nothing in what was sent', async () => {
  const { agreementId, contractorId, agreement, actor } = await sentAgreement(w)
  await w.sql(`update contractors set display_name = 'Somebody Else' where id = $1`, [contractorId])

  const shown = await w.done(viewMyAgreement, actor, { agreementId })

  expect(shown.content).toEqual(agreement.content)
  expect(JSON.stringify(shown.content)).toContain('Priya Raman')
})

test('another module sends in one step, and a gap sends nothing', async () => {
  const { contractorId, engagementId } = await readyContractor(w)
  const template = await aTemplate(w)
  const gap = await aTemplate(w, scope)
  const about = { contractorId, engagementId, fields: {} }

  const { agreement, event } = await w.work(w.member('manager'), (work) =>
    sendAgreement(work, { ...about, templateId: template.id }),
  )

  expect(agreement).toMatchObject({ status: 'sent', title: 'Mutual NDA' })
  expect(event).toMatchObject({
    name: 'agreements.sent',
    data: { contractorId, engagementId, expiresOn: '2026-12-16' },
  })
  await expect(
    w.work(w.member('manager'), (work) => sendAgreement(work, { ...about, templateId: gap.id })),
  ).rejects.toMatchObject({ slug: 'agreement-incomplete' })
})

test('somebody without an engagement can be sent what asks for none', async () => {
  const owner = w.member('owner')
  const bo = await w.done(addContractor, owner, { displayName: 'Bo Lund', email: 'bo@lund.example', country: 'SE' })
  const template = await aTemplate(w, { body: 'Dear {{contractor.name}}, {{organization.name}} asks for silence.' })

  const draft = await w.done(draftAgreement, owner, { templateId: template.id, contractorId: bo.id })

  expect(draft).toMatchObject({ missing: [], content: { paper: 'a4', parties: [{ name: 'Northwind' }, {}] } })
})
