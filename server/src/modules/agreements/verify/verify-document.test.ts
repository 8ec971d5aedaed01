import { afterAll, beforeAll, expect, test } from 'vitest'
import { downloadAgreement, verifyDocument as verifyEndpoint } from '#modules/agreements/contract.ts'
import { sealerOf as organizationSealer, sealDocument, verifyDocument } from '#modules/agreements/index.ts'
import { completedAgreement } from '#test/agreements-world.ts'
import { certificatesOf, contract, seal, sealerOf } from '#test/sealed.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
let file: Uint8Array
beforeAll(async () => {
  w = await createWorld()
  const { agreementId } = await completedAgreement(w)
  await w.deliver()
  const headers = { authorization: w.tokenFor(w.member('legal')) }
  const address = `/api/v1${downloadAgreement.path.replace(':agreementId', agreementId)}`
  file = new Uint8Array(await (await w.app.request(address, { headers })).arrayBuffer())
})
afterAll(() => w.close())

const ask = (upload: Uint8Array) => w.ask(verifyEndpoint, undefined, {}, { upload })
const verdictOn = (bytes: Uint8Array) => verifyDocument(w.runtime, bytes)

test('a request without a file is refused', async () => {
  const { status } = await w.app.request('/api/v1/verify', { method: 'POST' })

  expect(status).toBe(422)
})

test('a file of more than 25 MB is refused', async () => {
  expect((await ask(new Uint8Array(25_000_001))).status).toBe(413)
})

test.each([
  ['an empty file', new Uint8Array(1)],
  ['a file that is no PDF', new TextEncoder().encode('hello')],
  ['ten megabytes that pretend to be signed', Buffer.from('/ByteRange [0 1 2 3]/Contents<'.repeat(330_000))],
])('%s is refused in plain words', async (_, bytes) => {
  const { status, body } = await ask(bytes)

  expect(status).toBe(200)
  expect(body).toMatchObject({ verdict: 'refused', agreement: null, problems: [{ code: 'unsigned' }] })
})

test('a document without a seal is refused', async () => {
  expect(await verdictOn(await contract())).toMatchObject({ verdict: 'refused', problems: [{ code: 'unsigned' }] })
})

test('a document that somebody else sealed under our name is refused', async () => {
  const forged = await seal(await contract(), sealerOf(await certificatesOf('Northwind')))

  const verdict = await verdictOn(forged)

  expect(verdict).toMatchObject({ verdict: 'refused', organizationName: null })
  expect(verdict.sentence).toContain('not by an organization of this install')
})

test('an agreement with one byte changed is refused, wherever it is', async () => {
  const step = Math.floor(file.length / 97)
  for (let at = 0; at < file.length; at += step) {
    const changed = Uint8Array.from(file)
    changed[at] = (changed[at] ?? 0) ^ 1

    const { verdict, agreement, problems } = await verdictOn(changed)

    expect([verdict, agreement, problems.length > 0], `byte ${at}`).toEqual(['refused', null, true])
  }
})

test.each([
  ['one byte appended', (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from(' ')])],
  ['one byte cut off', (bytes: Uint8Array) => bytes.subarray(0, -1)],
  [
    'an update appended',
    (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from('\n1 0 obj\n<<>>\nendobj\n%%EOF\n')]),
  ],
])('an agreement with %s is refused', async (_, change) => {
  expect((await verdictOn(change(file))).verdict).toBe('refused')
})

test('an agreement whose hash was taken off the record is no longer called an agreement', async () => {
  await w.sql('alter table agreements disable trigger a_sent_text_stays')
  const { sha256 } = await verdictOn(file)
  await w.sql(`update agreements set sealed_sha256 = repeat('0', 64)`)

  expect((await verdictOn(file)).verdict).toBe('sealed')

  await w.sql('update agreements set sealed_sha256 = $1', [sha256])
  await w.sql('alter table agreements enable trigger a_sent_text_stays')
})

test('an agreement whose seal is written in other letters is not called whole and unchanged', async () => {
  const text = Buffer.from(file).toString('latin1')
  const digits = /\/Contents\s*<([0-9A-Fa-f]{100,})>/.exec(text)?.[1] ?? ''
  const other = digits === digits.toLowerCase() ? digits.toUpperCase() : digits.toLowerCase()
  const changed = Buffer.from(text.replace(digits, other), 'latin1')

  const { verdict, sentence, agreement } = await verdictOn(changed)

  expect(changed.equals(file)).toBe(false)
  expect([verdict, agreement]).toEqual(['sealed', null])
  expect(sentence).not.toMatch(/whole|unchanged/)
  expect((await verdictOn(file)).sentence).toContain('whole and unchanged')
})

test('another document that the organization sealed is not altered, but no agreement', async () => {
  const form = await w.work(w.member('owner'), async (work) =>
    sealDocument({ ...w.runtime.outside, now: work.now }, await contract(), {
      sealer: await organizationSealer(work),
      reason: 'A form',
    }),
  )

  expect(await verdictOn(form)).toMatchObject({
    verdict: 'sealed',
    organizationName: 'Northwind',
    agreement: null,
    problems: [],
  })
})

test('anybody with the file learns what it is, who signed it and when, and nothing else', async () => {
  const { status, body } = await ask(file)

  expect(status).toBe(200)
  expect(body).toEqual({
    verdict: 'agreement',
    sentence: 'This is “Mutual NDA” as Northwind sealed it, whole and unchanged.',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    organizationName: 'Northwind',
    sealedAt: '2026-11-16T09:00:00.000Z',
    agreement: {
      title: 'Mutual NDA',
      completedAt: '2026-11-16T09:00:00.000Z',
      signers: [
        { name: 'Priya Raman', role: 'contractor', signedAt: '2026-11-16T09:00:00.000Z' },
        { name: 'Ines Duarte', role: 'organization', signedAt: '2026-11-16T09:00:00.000Z' },
      ],
    },
    problems: [],
  })
})
