import { afterAll, beforeAll, expect, test } from 'vitest'
import { signMyAgreement, viewMyAgreement } from '#modules/agreements/contract.ts'
import { openedBy, sentAgreement, signatureOf, signedByContractor } from '#test/agreements-world.ts'
import { black, clear, drawnSignature, pngOf, white } from '#test/drawings.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

test.each(['12345', 'x', '…', '<b>Priya</b>', 'Priya\u0000Raman', '. .', 'Priya 😀'])(
  '%j is no name to sign with',
  async (name) => {
    const sent = await sentAgreement(w)

    const { status, body } = await w.ask(signMyAgreement, sent.actor, signatureOf(await openedBy(w, sent), name))

    expect(status).toBe(422)
    expect(body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({})]) })
  },
)

test.each(['王小明', 'Nguyễn Văn An', 'Seán O’Brien-Smith, Jr.', 'Ng', 'Raman 3rd', 'Raman (Rao)', 'ラマン　プリヤ'])(
  '%s may sign',
  async (name) => {
    const sent = await sentAgreement(w, { content: { counterSignature: false } })

    expect((await signedByContractor(w, sent, name)).status).toBe('completed')
  },
)

const png = drawnSignature
const drawing = (base64: string) => ({ kind: 'drawn', image: `data:image/png;base64,${base64}` })
const cut = Buffer.from(png, 'base64').subarray(0, 60).toString('base64')
const large = Buffer.concat([Buffer.from(png, 'base64'), Buffer.alloc(200_001)]).toString('base64')

test.each([
  ['a damaged drawing', drawing(cut)],
  ['a drawing that is none', drawing(Buffer.from('GIF89a, not a PNG').toString('base64'))],
  ['a drawing of more than 200 kB', drawing(large)],
  ['a drawing from elsewhere', { kind: 'drawn', image: 'https://elsewhere.example/a.png' }],
  ['an empty drawing', drawing(pngOf(160, 60, () => clear).toString('base64'))],
  ['a white drawing', drawing(pngOf(160, 60, () => white).toString('base64'))],
  ['one tap', drawing(pngOf(160, 60, (x, y) => (Math.hypot(x - 80, y - 30) < 3 ? black : clear)).toString('base64'))],
  ['another typed name', { kind: 'typed', text: 'Somebody Else' }],
])('%s is refused at its place, and nothing is signed', async (_, signature) => {
  const sent = await sentAgreement(w)
  const given = { ...signatureOf(await openedBy(w, sent), 'Priya Raman'), signature }

  const { status, body } = await w.ask(signMyAgreement, sent.actor, given)

  expect(status).toBe(422)
  expect(body).toMatchObject({ errors: [{ pointer: expect.stringMatching(/^#\/signature\/(image|text)$/) }] })
  expect((await w.done(viewMyAgreement, sent.actor, { agreementId: sent.agreementId })).status).toBe('viewed')
})

test.each([
  ["O'Raman", 'O’Raman'],
  ['Priya Raman', 'PRIYA  RAMAN'],
  ['Priya Raman', 'Ｐｒｉｙａ　Ｒａｍａｎ'],
  ['Raman 3rd', 'raman 3rd'],
])('%s typed as %s is the same signature', async (name, text) => {
  const sent = await sentAgreement(w, { content: { counterSignature: false } })
  const given = { ...signatureOf(await openedBy(w, sent), name), signature: { kind: 'typed', text } }

  expect((await w.done(signMyAgreement, sent.actor, given)).status).toBe('completed')
})

test('a name with a letter that no document could show is refused before it is signed', async () => {
  const sent = await sentAgreement(w)

  const { body } = await w.ask(signMyAgreement, sent.actor, signatureOf(await openedBy(w, sent), 'Priya \u{12000}'))

  expect(body).toMatchObject({ type: '/problems/letter-without-font', errors: [{ pointer: '#/name' }] })
})
