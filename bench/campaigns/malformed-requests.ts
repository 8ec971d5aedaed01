import { z } from 'zod'
import { cursorOf } from '#kernel/cursor.ts'
import { type Endpoint, isCommand } from '#kernel/endpoint.ts'
import type { Wire } from './caller.ts'

/** Requests that nobody means: what an endpoint asks for, with something in it that does not belong there. */
export type Malformed = Wire

type Shape = Readonly<{
  type?: string
  format?: string
  enum?: readonly unknown[]
  const?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  items?: Shape
  properties?: Readonly<Record<string, Shape>>
  anyOf?: readonly Shape[]
  oneOf?: readonly Shape[]
  allOf?: readonly Shape[]
}>

/** Chance from a seed, so that what was found is found again. */
export type Chance = Readonly<{
  below: (count: number) => number
  of: <Thing>(things: readonly Thing[]) => Thing
}>

export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  const next = () => {
    // Mulberry32, by Tommy Ettinger, in the public domain.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return { below, of: (things) => things[below(things.length)] as (typeof things)[number] }
}

const someId = '0199a000-0000-7000-8000-0000000000aa'
const texts = ['', ' ', '\0', 'a\r\nb', '\u202eabc', '\ud800', '💥'.repeat(300), 'x'.repeat(10_000), '\u3164', 'null']
const words = ['constructor', '__proto__', 'toString', "'; drop table journal; --", '%', '\\', '{{x}}', '<b>', '=1+1']
const numberTexts = ['-0', '1e5', '0x10', 'NaN', 'Infinity', '99999999999999999999', '0.0000000001', '-1', '１２']
const days = ['2026-02-30', '0000-01-01', '0001-01-01', '9999-12-31', '-000001-01-01', '2026-11-30T24:00:00Z']
const instants = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z', '2026-11-30T10:00:00+14:00']
const cursors = [
  cursorOf(['not-a-uuid']),
  cursorOf([someId]),
  cursorOf([null]),
  cursorOf(['a', 'b', 'c', 'd']),
  'xxx',
]
const ids = ['not-a-uuid', someId.toUpperCase(), `{${someId}}`, '00000000-0000-0000-0000-000000000000']
const numbers = [-1, 0, -0, 0.5, 2 ** 31, 2 ** 31 - 1, -(2 ** 31), 2 ** 53, 2 ** 53 - 1, 2 ** 63, 1e308, -1e308]
const others = [null, true, false, [], {}, [[]], [null], { a: 1 }]
const odd: readonly unknown[] = [
  ...[texts, words, numberTexts, days, instants, cursors, ids].flat(),
  ...numbers,
  ...others,
]

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])

export const malformed = (
  endpoint: Endpoint,
  known: (name: string) => string | undefined,
  chance: Chance,
): Malformed => {
  const input = made(shapeOf(endpoint), chance, known) as Record<string, unknown>
  for (let change = chance.below(3); change >= 0; change -= 1) spoil(input, chance)
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = chance.below(4) === 0 ? textOf(chance.of(odd)) : (known(name) ?? textOf(input[name]))
    if (chance.below(20) > 0) delete input[name]
    return chance.below(30) === 0 ? '%ff%00' : encodeURIComponent(value.slice(0, 300).toWellFormed())
  })
  const inQuery = !isCommand(endpoint) || endpoint.upload !== undefined
  return {
    method: endpoint.method,
    path: `/api/v1${path}${inQuery ? queryOf(input, chance) : ''}`,
    headers: headersOf(chance),
    ...(endpoint.upload ? { body: bytesOf(chance) } : inQuery ? {} : { body: bodyOf(input, chance) }),
  }
}

const shapes = new WeakMap<Endpoint, Shape>()

const shapeOf = (endpoint: Endpoint): Shape => {
  const known = shapes.get(endpoint)
  if (known) return known
  const shape = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as Shape
  shapes.set(endpoint, shape)
  return shape
}

/** Something that fits, or nearly: every choice, bound and optional part comes up. */
const made = (shape: Shape, chance: Chance, known: (name: string) => string | undefined, name = ''): unknown => {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return chance.of(shape.enum)
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return made(chance.of(choices), chance, known, name)
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((each) => made(each, chance, known, name)))
  if (shape.type === 'object') {
    const members = Object.entries(shape.properties ?? {}).filter(() => chance.below(8) > 0)
    return Object.fromEntries(members.map(([key, member]) => [key, made(member, chance, known, key)]))
  }
  if (shape.type === 'array')
    return Array.from({ length: chance.of([0, 1, 2, 3]) }, () => made(shape.items ?? {}, chance, known, name))
  if (shape.type === 'integer' || shape.type === 'number')
    return chance.of([
      1,
      2,
      shape.minimum ?? 0,
      (shape.minimum ?? 0) - 1,
      shape.maximum ?? 9,
      (shape.maximum ?? 9) + 1,
    ])
  if (shape.type === 'boolean') return chance.below(2) === 0
  if (shape.type === 'null') return null
  return textFor(shape, chance, known(name) ?? usual[name])
}

const usual: Readonly<Record<string, string>> = {
  amount: '10.00',
  currency: 'USD',
  timeZone: 'America/New_York',
  country: 'US',
  quantity: '8',
  unitPrice: '85.00',
  routingNumber: '021000021',
  accountNumber: '0012345678',
}

const textFor = ({ format, minLength = 0, maxLength }: Shape, chance: Chance, fitting?: string): string => {
  if (fitting !== undefined) return fitting
  if (format === 'uuid') return someId
  if (format === 'date') return chance.of(['2026-11-20', '1900-01-01', '2199-12-31'])
  if (format === 'date-time') return '2026-11-20T12:00:00.000Z'
  if (format === 'email') return `a${chance.below(1_000_000)}@example.com`
  const length = chance.of([minLength, Math.max(0, minLength - 1), maxLength ?? 20, (maxLength ?? 20) + 1, 7])
  return 'x'.repeat(Math.min(length, 100_000))
}

/** Puts what does not belong there into some place. */
const spoil = (input: Record<string, unknown>, chance: Chance): void => {
  let place: Record<string, unknown> = input
  for (;;) {
    const names = Object.keys(place)
    if (names.length === 0 || chance.below(12) === 0) {
      const name = chance.of(['unheardOf', '__proto__', 'constructor', 'a/b~c', '\0', 'id', ''])
      const value = structuredClone(chance.of(odd))
      if (Array.isArray(place)) place.push(value)
      // Written as a property of its own: an assignment would change the prototype instead.
      else Object.defineProperty(place, name, { value, enumerable: true, configurable: true, writable: true })
      return
    }
    const name = chance.of(names)
    const member = place[name]
    if (member !== null && typeof member === 'object' && chance.below(3) > 0) {
      place = member as Record<string, unknown>
      continue
    }
    const way = chance.below(8)
    if (way === 0) delete place[name]
    else if (way === 1) place[name] = Array.from({ length: 300 }, () => member)
    else if (way === 2) place[name] = deep(chance.of([5, 33, 200]))
    else place[name] = structuredClone(chance.of(odd))
    return
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : `${JSON.stringify(value)}`)

const queryOf = (input: Record<string, unknown>, chance: Chance): string => {
  const pairs = Object.entries(input).flatMap(([name, value]) =>
    (Array.isArray(value) ? value.slice(0, 20) : [value]).map(
      (one) =>
        `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(textOf(one).slice(0, 2_000).toWellFormed())}`,
    ),
  )
  if (pairs.length > 0 && chance.below(6) === 0) pairs.push(pairs[0] ?? '')
  if (chance.below(12) === 0) pairs.push(chance.of(['%', 'a=%ff', '=', '&&', 'limit=%00', 'after', 'limit[]=1']))
  // Beyond 16 kB of head the connection itself is refused, and says nothing of the endpoint.
  return pairs.length > 0 ? `?${pairs.join('&').slice(0, 10_000)}` : ''
}

const headersOf = (chance: Chance): Record<string, string> => ({
  'content-type':
    chance.below(15) > 0
      ? 'application/json'
      : chance.of(['text/plain', 'application/json; charset=utf-16', 'multipart/form-data', 'application/xml', '']),
  ...(chance.below(5) === 0
    ? { 'idempotency-key': chance.of(['a', ' ', 'ä', 'x'.repeat(256), 'same', `k${chance.below(1_000_000)}`]) }
    : {}),
})

const bodyOf = (input: Record<string, unknown>, chance: Chance): string | Uint8Array => {
  const text = JSON.stringify(input)
  const way = chance.below(40)
  if (way === 0) return text.slice(0, -1)
  if (way === 1) return `[${text}]`
  if (way === 2) return `\ufeff${text}`
  if (way === 3) return ''
  if (way === 4) return Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe])])
  if (way === 5) return text.replace(/^\{/, '{"__proto__":{"roles":["owner"]},')
  // The same property twice: the last one counts, whatever that is.
  if (way === 6) return text.replace(/^\{/, '{"name":1,"name":"twice","version":"1",')
  if (way === 7) return text.replace(/:"/, ':"\\u0000')
  if (way === 8) return chance.of(['null', '1', '"x"', '{', '{"a":1e999}', '{"version":1e400}', '[]'])
  return text
}

const bytesOf = (chance: Chance): Uint8Array =>
  chance.of([
    Buffer.from([]),
    Buffer.from('%PDF-1.7\n%%EOF'),
    Buffer.from('<?xml version="1.0"?><Invoice><x>'),
    Buffer.from('name,email\r\n"open,x'),
    Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]),
    Buffer.from([0, 1, 2, 0xff]),
  ])
