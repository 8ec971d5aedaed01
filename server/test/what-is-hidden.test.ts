import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/actor.ts'
import { type Endpoint, isCommand } from '#kernel/endpoint.ts'
import { uuidV7 } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import { countContractors } from '#modules/directory/contract.ts'
import { countOnboardings } from '#modules/onboarding/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { preparePayRun } from '#modules/payments/contract.ts'
import { viewSpend } from '#modules/reports/contract.ts'
import { handlers } from '../src/app.ts'
import { askedOf, type Filed, filedUnder } from './departments-world.ts'
import { payingLegalEntity } from './organizations-world.ts'
import { pagesOf } from './paper.ts'
import { allDue } from './payments-world.ts'
import { sampleInput } from './sample-input.ts'
import { createWorld, everyRole, type World } from './world.ts'

/*
 * What a member does not see by an object's own address, they see by no other way: every question of the API is asked as
 * every role about what is filed under their department, under another one, under none and across all of them.
 */

/** Words and amounts that tell what is filed where: each stands in nothing else. */
const told = {
  own: { word: 'aubergine', rate: '71.41', amount: '4111.41' },
  other: { word: 'pomegranate', rate: '72.52', amount: '5222.52' },
  none: { word: 'tamarind', rate: '73.63', amount: '6333.63' },
} as const
type Place = keyof typeof told
const hiddenPlaces = ['other', 'none'] as const

let w: World
let design: string
let filed: Readonly<Record<Place, Filed>>
let objects: readonly Readonly<{ parameter: string; id: string; place: Place | 'everywhere' }>[]
let elsewhere: World['northwind']

beforeAll(async () => {
  w = await createWorld()
  const owner = w.member('owner')
  const { id: legalEntityId } = await payingLegalEntity(w, 'Northwind Films')
  design = (await w.done(addDepartment, owner, { name: 'Design' })).id
  const events = (await w.done(addDepartment, owner, { name: 'Events' })).id
  const at = (place: Place) => {
    const departmentId = { own: design, other: events, none: null }[place]
    return { ...told[place], legalEntityId, departmentId, workDepartmentId: departmentId ?? events }
  }
  const [own, other, none] = [
    await filedUnder(w, at('own')),
    await filedUnder(w, at('other')),
    await filedUnder(w, at('none')),
  ]
  await w.deliver()
  await allDue(w)
  const asked = { legalEntityId, currency: 'USD', payOn: '2026-11-18', method: 'nacha' }
  const { id: payRunId } = await w.done(preparePayRun, w.member('finance'), asked)
  filed = {
    own: { ...own, ...(await askedOf(w, at('own'), own)) },
    other: { ...other, ...(await askedOf(w, at('other'), other)) },
    none: { ...none, ...(await askedOf(w, at('none'), none)) },
  }
  await w.deliver()
  objects = await objectsIn(w, payRunId)
  elsewhere = await w.newOrganization('harbor')
}, 120_000)
afterAll(() => w.close())

/** Every object by the parameters that address it. */
const objectsIn = async (world: World, payRunId: string) => {
  const rows = async (text: string) => (await world.sql(text)).map((row) => row as { id: string; ofId: string })
  const files = await rows('select id, coalesce(subject_id, contractor_id) as "ofId" from files')
  const forms = await rows('select id, contractor_id as "ofId" from tax_forms')
  const payees = await rows('select id, contractor_id as "ofId" from payees')
  const places = (['own', ...hiddenPlaces] as const).flatMap((place) => {
    const { actor: _, rateId: _rate, stageIds, ...ids } = filed[place]
    const formIds = forms.filter(({ ofId }) => ofId === ids.contractorId).map(({ id }) => id)
    const known = [...Object.values(ids), ...stageIds, ...formIds]
    const of = (parameter: string, list: readonly string[]) => list.map((id) => ({ parameter, id, place }))
    return [
      ...Object.entries(ids).map(([parameter, id]) => ({ parameter, id, place })),
      ...of('taxFormId', formIds),
      ...of(
        'fileId',
        files.filter(({ ofId }) => known.includes(ofId)).map(({ id }) => id),
      ),
      ...of('subjectId', [...known, ...payees.filter(({ ofId }) => ofId === ids.contractorId).map(({ id }) => id)]),
    ]
  })
  const payments = await rows('select id from payments limit 1')
  const mails = await rows('select id from outgoing_mails limit 1')
  const across = [
    { parameter: 'payRunId', id: payRunId },
    ...payments.flatMap(({ id }) => ['paymentId', 'subjectId'].map((parameter) => ({ parameter, id }))),
    ...mails.flatMap(({ id }) => ['mailId', 'subjectId'].map((parameter) => ({ parameter, id }))),
  ].map((object) => ({ ...object, place: 'everywhere' as const }))
  return [...places, ...across]
}

const reads: readonly Endpoint[] = handlers
  .map(({ endpoint }) => endpoint)
  .filter((endpoint) => !isCommand(endpoint) && !endpoint.public)
const idIn = ({ path }: Endpoint): string | undefined => /:(\w+Id)\b/.exec(path)?.[1]
const staff = everyRole.filter((role) => role !== 'contractor')
const limited = (role: Role): Actor => ({ ...w.member(role), departmentIds: [design] })

const inputs = { asked: 0 }
const ask = async (endpoint: Endpoint, actor: Actor, input: object) => {
  inputs.asked += 1
  const limit = 'limit' in (sampleShape(endpoint) ?? {}) ? { limit: '200' } : {}
  return w.ask(endpoint, actor, { ...sampleInput(endpoint.input), ...limit, ...input })
}
const sampleShape = ({ input }: Endpoint): Readonly<Record<string, unknown>> | undefined =>
  'shape' in input ? (input.shape as Readonly<Record<string, unknown>>) : undefined

/** An answer without what differs from one request to the next. */
const said = ({ status, text }: Readonly<{ status: number; text: string }>): string =>
  `${status} ${status === 200 ? '' : text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')}`

/** Everything that can be read in an answer. */
const readable = async ({ bytes, text }: Readonly<{ bytes: Uint8Array; text: string }>): Promise<string> =>
  text.startsWith('%PDF-') ? (await pagesOf(bytes)).join(' ') : text

/** As it stands in answers, with or without the comma of thousands. */
const amountIn = (amount: string): string => amount.replace(/^(\d)(\d{3}\.\d\d)$/, '$1,?$2').replaceAll('.', '\\.')
const pattern = (places: readonly Place[]): RegExp => {
  const words = places.flatMap((place) => [told[place].word, ...[told[place].rate, told[place].amount].map(amountIn)])
  const ids = objects.filter(({ place }) => places.some((one) => one === place)).map(({ id }) => id)
  return new RegExp([...words, ...new Set(ids)].join('|'), 'gi')
}

/** What an answer tells of these places. A refusal may repeat the id it was asked about. */
const leaksIn = async (
  answer: Awaited<ReturnType<typeof ask>>,
  places: readonly Place[],
): Promise<readonly string[]> =>
  answer.status === 200 ? [...(await readable(answer)).matchAll(pattern(places))].map(([found]) => found) : []

/** The ways to ask a question: about what is in reach, and, where it can be narrowed, about what is not. */
const waysToAsk = (endpoint: Endpoint): readonly object[] => {
  const parameter = idIn(endpoint)
  const about = parameter === undefined ? [{}] : objectsOf(parameter, ['own']).map((id) => ({ [parameter]: id }))
  const filters = Object.keys(sampleShape(endpoint) ?? {}).filter((name) => name !== parameter)
  const narrowed = filters.flatMap((name) => {
    if (name === 'search') return hiddenPlaces.map((place) => ({ search: told[place].word }))
    return name.endsWith('Id') ? objectsOf(name, hiddenPlaces).map((id) => ({ [name]: id })) : []
  })
  return parameter === undefined ? [...about, ...narrowed] : about
}
const objectsOf = (parameter: string, places: readonly Place[]): readonly string[] =>
  objects
    .filter((one) => one.parameter === parameter && places.some((place) => place === one.place))
    .map(({ id }) => id)

describe('by its own address an object outside of a member’s departments is answered like one that does not exist', () => {
  const addressed = reads.filter((endpoint) => idIn(endpoint) !== undefined)

  test.each(addressed.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s',
    async (_, endpoint) => {
      const parameter = idIn(endpoint) ?? ''
      const absent = { [parameter]: uuidV7(w.now(), new Uint8Array(10)) }
      const stranger = w.memberOf(elsewhere, ...everyRole)
      const strange = said(await ask(endpoint, stranger, absent))
      for (const { id } of objects.filter((one) => one.parameter === parameter)) {
        const foreign = said(await ask(endpoint, stranger, { [parameter]: id }))
        expect(foreign, `another organization’s, ${id}`).toBe(strange)
      }
      for (const role of staff) {
        const nothing = said(await ask(endpoint, limited(role), absent))
        for (const { id, place } of objects.filter((one) => one.parameter === parameter)) {
          const expected = place === 'own' ? said(await ask(endpoint, w.member(role), { [parameter]: id })) : nothing
          const answer = said(await ask(endpoint, limited(role), { [parameter]: id }))
          expect(answer, `${role}, ${place}, ${id}`).toBe(expected)
        }
      }
    },
    120_000,
  )
})

describe('no answer to a member who is limited to a department tells of what others have, or nobody', () => {
  test.each(reads.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_, endpoint) => {
    for (const role of staff)
      for (const way of waysToAsk(endpoint)) {
        const leaks = await leaksIn(await ask(endpoint, limited(role), way), hiddenPlaces)
        expect(leaks, `${role} ${JSON.stringify(way)}`).toEqual([])
      }
  })
})

describe('no answer to a contractor tells of another one', () => {
  test.each(reads.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_, endpoint) => {
    for (const way of [
      ...waysToAsk(endpoint),
      ...objectsOf(idIn(endpoint) ?? '', hiddenPlaces).map((id) => ({ [idIn(endpoint) ?? '']: id })),
    ]) {
      const leaks = await leaksIn(await ask(endpoint, filed.own.actor, way), hiddenPlaces)
      expect(leaks, JSON.stringify(way)).toEqual([])
    }
  })
})

/** What each of these says is seen at these addresses and, by whoever sees none of them, nowhere. */
const ownAddresses: readonly (readonly [said: string, addresses: readonly string[]])[] = [
  [told.own.rate, ['directory.list-rates']],
  [`Scope ${told.own.word}`, ['agreements.view-agreement']],
  [`Legal ${told.own.word}`, ['payees.view', 'tax.list-forms', 'invoices.download', 'agreements.view-agreement']],
  [`Holder ${told.own.word}`, ['payees.view']],
  [`Welcome ${told.own.word}`, ['onboarding.view']],
  [`Task ${told.own.word}`, ['work.view-assignment']],
  [`Project ${told.own.word}`, ['work.view-project']],
  [`Line ${told.own.word}`, ['invoices.view']],
]

describe('what a role does not see by its own address, it sees nowhere', () => {
  test.each(staff)('%s', async (role) => {
    const answers = new Map<string, string>()
    for (const endpoint of reads) {
      const parameter = idIn(endpoint)
      const ways =
        parameter === undefined
          ? [{}]
          : objects.filter((one) => one.parameter === parameter).map(({ id }) => ({ [parameter]: id }))
      const texts: string[] = []
      for (const way of ways) texts.push(await readable(await ask(endpoint, w.member(role), way)))
      answers.set(endpoint.name, texts.join('\n'))
    }
    for (const [words, addresses] of ownAddresses) {
      const isSeen = addresses.some((name) => answers.get(name)?.includes(words))
      const telling = [...answers].filter(([, text]) => text.includes(words)).map(([name]) => name)
      expect(isSeen ? [] : telling, words).toEqual([])
    }
  })
})

test('counts and sums are those of what is seen', async () => {
  const manager = limited('manager')
  const spend = await w.done(viewSpend, manager, { by: 'contractor' })
  const board = await w.done(countOnboardings, manager, {})

  expect((await w.done(countContractors, manager, {})).total).toBe(1)
  expect(board.items.reduce((sum, { count }) => sum + count, 0)).toBe(1)
  expect(spend.cells.map(({ amount }) => decimalOf(amount))).toEqual([told.own.amount])
})

test('the walk met every question, as every role, about every object', () => {
  const roles = staff.length
  console.info(`${reads.length} questions × ${roles} roles × ${objects.length} objects: asked ${inputs.asked} times.`)
  const met = new Set(objects.map(({ parameter }) => parameter))
  // A job is of no department: it is its starter's alone, which its own test holds.
  const shared = ['agreementTemplateId', 'flowId', 'jobId', 'legalEntityId']
  const parameters = new Set(reads.flatMap((endpoint) => idIn(endpoint) ?? []))

  expect([...parameters].filter((parameter) => !met.has(parameter)).sort()).toEqual(shared)
})
