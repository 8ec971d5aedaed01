import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { type Endpoint, isCommand } from '#kernel/endpoint.ts'
import { createKey } from '#modules/access/contract.ts'
import { downloadFile, openProtectedFile } from '#modules/files/contract.ts'
import { changeAccount, viewLegalEntity } from '#modules/organizations/contract.ts'
import { handlers } from '../src/app.ts'
import { pagesOf } from './paper.ts'
import { type Populated, populate } from './populate.ts'
import { sampleInput } from './sample-input.ts'
import { createWorld, everyRole, type World } from './world.ts'

/*
 * Protected values are opened by commands alone, which ask why and who, and leave word. They stand in no answer to a
 * question, no document that a question serves, no refusal, no fact, no kept answer and no mail that is read here.
 */

/** As `populate` brings them in. A routing number is printed on every check and shown with the masked account. */
const sealed = {
  'a taxpayer identification number': /219-?09-?9998/,
  'an account number': /123456789|001234567890/,
  'an EIN': /12-?3456789/,
}
/** A link's token comes after #, a key's is told once. */
const tokens = { 'the token of a link': /#[\w.-]{40,}/ }

let w: World
let there: Populated
let keyToken: string
beforeAll(async () => {
  w = await createWorld()
  there = await populate(w)
  const legalEntityId = there.ids('legalEntityId')
  const { version } = await w.done(viewLegalEntity, w.member('owner'), { legalEntityId })
  const account = { kind: 'us', bankName: 'Columbia Bank', routingNumber: '021000021', accountNumber: '001234567890' }
  await w.done(changeAccount, w.member('finance'), { legalEntityId, version, account }, { key: 'kept' })
  const wanted = { ...sampleInput(createKey.input), name: 'Export', scopes: ['invoices.list'] }
  const made = await w.ask(createKey, w.member('owner'), wanted, { key: 'kept-too' })
  keyToken = (made.body as { token?: string }).token ?? ''
  await w.deliver()
}, 120_000)
afterAll(() => w.close())

const endpoints: readonly Endpoint[] = handlers.map(({ endpoint }) => endpoint)
const idsIn = ({ path }: Endpoint) => [...path.matchAll(/:(\w+Id)\b/g)].map(([, name]) => name ?? '')
const aboutWhatIsThere = (endpoint: Endpoint) => ({
  ...sampleInput(endpoint.input),
  ...Object.fromEntries(idsIn(endpoint).map((name) => [name, there.ids(name)])),
})

const found = (text: string): readonly string[] => [
  ...Object.entries({ ...sealed, ...tokens }).flatMap(([what, pattern]) => (pattern.test(text) ? [what] : [])),
  ...(keyToken !== '' && text.includes(keyToken) ? ['the token of a key'] : []),
]

/** Digits of a document stand in boxes of their own, one beside the other. */
const readable = async ({ text, bytes }: Readonly<{ text: string; bytes: Uint8Array }>): Promise<string> => {
  if (!text.startsWith('%PDF-')) return text
  const words = (await pagesOf(bytes)).join(' ')
  return `${words} ${words.replaceAll(/(?<=\d)[\s\u2010-\u2015-]+(?=\d)/g, '')}`
}

/** The contractor whose number, account and form these are sees no more of them. */
const itsContractor = async (): Promise<Actor> => {
  const [form] = await w.sql('select contractor_id from tax_forms where id = $1', [there.ids('taxFormId')])
  return { ...w.member('contractor'), contractorId: form?.contractor_id }
}

test('the hunt finds what is there: a form that was opened for a reason has its number', async () => {
  const [form] = await w.sql("select id from files where sensitivity = 'protected' and attached_at is not null")
  const legal = w.member('legal')
  const { ticket } = await w.done(openProtectedFile, legal, { fileId: form?.id, reason: 'A letter of the IRS' })

  const answer = await w.ask(downloadFile, legal, { fileId: form?.id, ticket })

  expect(found(await readable(answer))).toEqual(['a taxpayer identification number'])
})

describe('no question opens a protected value, to anybody', () => {
  const questions = endpoints.filter((endpoint) => !isCommand(endpoint))

  test.each(questions.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_, endpoint) => {
    const askers = [...everyRole.map((role) => w.member(role)), await itsContractor()]
    for (const actor of askers) {
      const answer = await w.ask(endpoint, actor, aboutWhatIsThere(endpoint))
      expect(found(await readable(answer)), actor.roles.join()).toEqual([])
    }
  })
})

test('no document that is kept in the clear has a protected value: those that do are protected files', async () => {
  const files = await w.sql(
    "select id, name from files where sensitivity = 'normal' and media_type = 'application/pdf'",
  )
  for (const { id: fileId, name } of files) {
    const answer = await w.ask(downloadFile, w.member(...everyRole.filter((role) => role !== 'contractor')), {
      fileId,
    })
    if (answer.status === 200) expect(found(await readable(answer)), name).toEqual([])
  }
})

/** Every command that wants a fresh proof of who asks; what opens a value says why, too. */
const opened: Readonly<Record<string, RegExp>> = {
  'organizations.reveal-account': sealed['an account number'],
  'organizations.reveal-ein': sealed['an EIN'],
  'payees.reveal-payout-method': sealed['an account number'],
  'tax.reveal-tin': sealed['a taxpayer identification number'],
}
/** These want the proof for what they do or hand out, and open no value that is kept sealed for somebody. */
const openNoValue: Readonly<Record<string, string>> = {
  'access.create-key': 'Tells the new key once.',
  'access.my-address-change': 'Asks for a new address of one’s own.',
  'access.my-address-confirm': 'Takes the new address up.',
  'access.show-invitation-link': 'Shows a link to whoever may grant what it gives.',
  'files.open-my-protected': 'Gives a contractor a ticket to a file about themselves.',
  'files.open-protected': 'Gives a ticket to one file for minutes, for a reason that is kept.',
  'onboarding.show-invitation-link': 'Shows a link to whoever may grant what it gives.',
  'organizations.change-account': 'Takes a number in.',
  'payees.request-payout-method': 'Takes a number in.',
  'payees.verify-payout-method': 'Confirms an account.',
  'payments.approve-run': 'Approves money.',
  'payments.download-bank-file': 'Hands a released file to the bank’s side, and the run says who took it.',
  'payments.release-run': 'Releases money.',
}

test('whatever wants a fresh proof of who asks is known here, with what it opens', () => {
  const wanting = endpoints.filter(({ stepUp }) => stepUp).map(({ name }) => name)

  expect(wanting.sort()).toEqual([...Object.keys(opened), ...Object.keys(openNoValue)].sort())
})

describe('a protected value opens to a person who proves who they are and says why, and leaves word', () => {
  const openers = endpoints.filter(({ name }) => name in opened)

  test.each(openers.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (name, endpoint) => {
    const reason = 'A question of the bank'
    const input = { ...aboutWhatIsThere(endpoint), reason }
    const { confirmedAt: _, ...unconfirmed } = w.member('owner')
    const key: Actor = { ...w.member('owner'), via: 'key', scopes: [name] }

    expect((await w.ask(endpoint, unconfirmed, input)).body).toMatchObject({ type: '/problems/step-up-required' })
    expect([403, 404]).toContain((await w.ask(endpoint, key, input)).status)
    expect((await w.ask(endpoint, w.member('owner'), { ...input, reason: ' ' })).status).toBe(422)

    const { status, text } = await w.ask(endpoint, w.member('owner'), input, { key: `reveal-${name}` })

    expect(status).toBe(200)
    expect(text).toMatch(opened[name] ?? /^$/)
    expect((await w.journal()).at(-1)?.data).toMatchObject({ reason })
  })

  test.each(openers.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s, so many times a day',
    async (_, endpoint) => {
      const owner = w.member('owner')
      const statuses: number[] = []
      for (let n = 0; n < 21; n += 1)
        statuses.push((await w.ask(endpoint, owner, { ...aboutWhatIsThere(endpoint), reason: 'Again' })).status)

      expect(statuses.filter((status) => status === 200)).toHaveLength(20)
      expect(statuses.at(-1)).toBe(429)
    },
  )
})

test('what is kept has no protected value in the clear: facts, kept answers, mails, deliveries', async () => {
  const kept = {
    facts: 'select data::text as text from journal',
    'kept answers': 'select reply::text as text from idempotency_keys',
    mails: 'select m::text as text from outgoing_mails m',
    deliveries: 'select d::text as text from deliveries d',
  }

  for (const [what, query] of Object.entries(kept)) {
    const rows = await w.sql(query)
    expect(
      rows.flatMap(({ text }) => found(text)),
      what,
    ).toEqual([])
  }
})
