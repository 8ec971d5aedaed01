import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeBrand } from '#modules/organizations/contract.ts'
import { aTemplate, completedAgreement, openedBy, sentAgreement, signatureOf } from '#test/agreements-world.ts'
import { drawnSignature } from '#test/drawings.ts'
import { pagesOf, textOf } from '#test/paper.ts'
import { pdfsig, popplerTest } from '#test/poppler.ts'
import { createWorld, type World } from '#test/world.ts'
import {
  counterSign,
  downloadAgreement,
  draftAgreement,
  sendDraft,
  signMyAgreement,
  viewAgreement,
} from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

type Named = Readonly<{ agreementId: string }>

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const fileOf = async ({ agreementId }: Named): Promise<Uint8Array> => {
  const headers = { authorization: w.tokenFor(w.member('legal')) }
  const response = await w.app.request(`/api/v1/agreements/${agreementId}/document`, { headers })
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return new Uint8Array(await response.arrayBuffer())
}

const completedFact = async ({ agreementId }: Named) =>
  (await w.journal()).filter(({ name, data }) => name === 'agreements.completed' && data.agreementId === agreementId)

const sealed = async (options: Parameters<typeof completedAgreement>[1] = {}) => {
  const completed = await completedAgreement(w, options)
  await w.deliver()
  return { ...completed, file: await fileOf(completed) }
}

test('a text that is not the one that was signed is never sealed', async () => {
  const { agreementId } = await completedAgreement(w)
  await w.sql('alter table agreements disable trigger a_sent_text_stays')
  await w.sql(`update agreements set content = jsonb_set(content, '{title}', '"Other"') where id = $1`, [agreementId])
  await w.sql('alter table agreements enable trigger a_sent_text_stays')

  await w.deliver()

  expect(await completedFact({ agreementId })).toEqual([])
  const [due] = await w.sql(`select last_error from deliveries where reaction = 'agreements.seal-document'`)
  expect(due?.last_error).toContain('another text than was signed')
  await w.sql(`delete from deliveries where reaction = 'agreements.seal-document'`)
})

test('what was sent can be read as PDF before anybody signs, by both sides, with the hash on it', async () => {
  const sent = await sentAgreement(w)
  await w.deliver()

  const text = await textOf(await fileOf(sent))

  expect(text).toContain('Mutual NDA')
  expect(text).toContain('keep each other’s secrets from 16 November 2026 on')
  expect(text.match(/Not signed yet/g)).toHaveLength(2)
  expect(text).toContain(sent.agreement.contentHash)
  expect((await w.ask(downloadAgreement, sent.actor, { agreementId: sent.agreementId })).status).toBe(200)
})

test('once all have signed the document is sealed, and its hash stands in the journal and on the page', async () => {
  const { agreementId, contractorId, engagementId, legal, file } = await sealed()

  expect(await completedFact({ agreementId })).toMatchObject([
    { data: { agreementId, contractorId, engagementId, sha256: sha256(file) } },
  ])
  expect(await w.done(viewAgreement, legal, { agreementId })).toMatchObject({
    status: 'completed',
    sealedSha256: sha256(file),
  })
})

test('the certificate page names who, how, from where, when, the consent and every hash', async () => {
  const { agreement, file } = await sealed()
  const pages = await pagesOf(file)
  const page = pages.at(-1) ?? ''

  for (const shown of [
    'Certificate of signing',
    'Priya Raman',
    'Ines Duarte',
    'northwind.example',
    'Signed in to their account',
    'Consent, version 2026-11',
    '2026-11-16 09:00:00 UTC',
    'local',
    agreement.contentHash ?? '',
    'http://localhost:3000/verify',
  ])
    expect(pages.join(' ')).toContain(shown)
  const [{ pdf_sha256: unsigned }] = await w.sql('select pdf_sha256 from agreements where id = $1', [agreement.id])
  expect(page).toContain(unsigned)
  expect(pages[0]).toContain('PR · ID')
})

test('an agreement that needs no second signature is sealed with one', async () => {
  const sent = await sentAgreement(w, { content: { counterSignature: false } })
  await w.done(signMyAgreement, sent.actor, signatureOf(await openedBy(w, sent), 'Priya Raman'))
  await w.deliver()

  const text = await textOf(await fileOf(sent))

  expect(text).toContain('Certificate of signing')
  expect(text).not.toContain('Not signed yet')
})

test('a drawn signature and a name in another script stand in the sealed document', async () => {
  const sent = await sentAgreement(w, { content: { counterSignature: false } })
  const given = signatureOf(await openedBy(w, sent), 'Прия Раман')
  const signature = { kind: 'drawn', image: `data:image/png;base64,${drawnSignature}` }
  await w.done(signMyAgreement, sent.actor, { ...given, signature })
  await w.deliver()

  expect(await textOf(await fileOf(sent))).toContain('Прия Раман')
})

test('a failing delivery that is tried again leaves one sealed document', async () => {
  const { agreementId, file } = await sealed()
  await w.deliver()

  expect(await completedFact({ agreementId })).toHaveLength(1)
  expect(sha256(await fileOf({ agreementId }))).toBe(sha256(file))
})

test('a new brand after the signing does not change what was sealed', async () => {
  const { agreementId, file } = await sealed()
  const [{ version }] = await w.sql('select version from organizations where organization_id = $1', [w.northwind])

  await w.done(changeBrand, w.member('owner'), { programmeName: 'Crew', brandColor: '#aa0000', version })
  await w.deliver()

  expect(sha256(await fileOf({ agreementId }))).toBe(sha256(file))
})

test('an agreement that takes the place of another ends it once it is signed itself', async () => {
  const old = await sealed()
  const { contractorId, engagementId, legal, agreementId: replacesId } = old
  const template = await aTemplate(w, { counterSignature: false })
  const draft = await w.done(draftAgreement, legal, {
    templateId: template.id,
    contractorId,
    engagementId,
    replacesId,
  })
  const { id: agreementId } = await w.done(sendDraft, legal, { agreementId: draft.id, version: draft.version })
  const status = async () => (await w.done(viewAgreement, legal, { agreementId: replacesId })).status
  const before = await status()

  const given = signatureOf(await openedBy(w, { ...old, agreementId }), 'Priya Raman')
  await w.done(signMyAgreement, old.actor, given)
  await w.deliver()

  expect([before, await status()]).toEqual(['completed', 'superseded'])
  expect(await fileOf({ agreementId: replacesId })).toEqual(old.file)
  expect((await w.ask(counterSign, old.ines, { ...given, agreementId: replacesId, version: 9 })).status).toBe(409)
})

popplerTest('the sealed agreement is valid and signed as a whole in the eyes of poppler', async () => {
  const judged = pdfsig((await sealed()).file)

  expect(judged).toContain('Signature Validation: Signature is Valid.')
  expect(judged).toContain('- Total document signed')
  expect(judged).toContain('Northwind')
})
