import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '#kernel/db.ts'
import { wrongSignIn } from '#modules/access/problems.ts'
import { createWorld, type World } from '#test/world.ts'
import { createGuessCounter, type GuessCounter, type Guesser } from './guess-counter.ts'
import { sweepFlood } from './store.ts'

let w: World
let counter: GuessCounter
beforeAll(async () => {
  w = await createWorld()
  counter = createGuessCounter(w.runtime)
})
afterAll(() => w.close())

let offices = 0
const newOffice = () => `198.51.100.${offices++}`

/** As the door of passwords counts them. */
const guessers = (network: string, email: string): readonly Guesser[] => [
  { budget: 'account', who: email },
  { budget: 'accountFromNetwork', who: `${network} ${email}` },
  { budget: 'network', who: network },
]
const right = async () => 'in'
const wrong = async () => {
  throw wrongSignIn()
}
const saidTo = (all: readonly Guesser[], prove: () => Promise<string>): Promise<string> =>
  counter.guess(all, prove).catch((error: { slug: string }) => error.slug)
const missMany = async (network: string, count: number) => {
  for (let one = 0; one < count; one++) await saidTo(guessers(network, `nobody${one}@northwind.example`), wrong)
}

test('an office that was wrong fifty times waits five minutes for the next try, right or wrong', async () => {
  const office = newOffice()
  await missMany(office, 50)

  expect(await saidTo(guessers(office, 'one@northwind.example'), wrong)).toBe('too-many-guesses')
  expect(await saidTo(guessers(office, 'dana@northwind.example'), right)).toBe('too-many-guesses')
  w.advance(5 * 60_000)
  expect(await saidTo(guessers(office, 'dana@northwind.example'), right)).toBe('in')
  expect(await saidTo(guessers(office, 'one@northwind.example'), wrong)).toBe('wrong-sign-in')
  expect(await saidTo(guessers(office, 'two@northwind.example'), wrong)).toBe('too-many-guesses')
})

test('being right somewhere makes nobody forget what was wrong from there', async () => {
  const office = newOffice()
  await missMany(office, 49)

  await saidTo(guessers(office, 'dana@northwind.example'), right)
  await saidTo(guessers(office, 'one@northwind.example'), wrong)

  expect(await saidTo(guessers(office, 'two@northwind.example'), wrong)).toBe('too-many-guesses')
})

test('an outage while a password is looked at counts against nobody’s network', async () => {
  const office = newOffice()
  const broken = async () => {
    throw new Error('The database is away.')
  }
  for (let one = 0; one < 60; one++)
    await saidTo(guessers(office, `person${one}@northwind.example`), broken).catch(() => undefined)

  expect(await saidTo(guessers(office, 'dana@northwind.example'), right)).toBe('in')
})

test('an office signs in behind one address as often as it likes', async () => {
  const office = newOffice()

  const said = []
  for (let one = 0; one < 60; one++)
    said.push(await saidTo(guessers(office, `person${one % 20}@northwind.example`), right))

  expect(new Set(said)).toEqual(new Set(['in']))
})

test('fifty-one who are right at the same moment all come in', async () => {
  const office = newOffice()

  const said = await Promise.all(
    Array.from({ length: 51 }, (_, one) => saidTo(guessers(office, `at-once${one}@northwind.example`), right)),
  )

  expect(new Set(said)).toEqual(new Set(['in']))
})

test('whoever invents addresses fills no table: beyond the bound the oldest counts go', async () => {
  const flood = newOffice()
  await missMany(flood, 3)
  w.advance(1_000)
  await saidTo(guessers(flood, 'newest@northwind.example'), wrong)

  await transaction(w.runtime.db, w.member(), (tx) => sweepFlood(tx, 2))

  const left = await w.sql('select last_at from auth.guesses')
  expect(left.map(({ last_at }) => last_at)).toEqual([w.now(), w.now()])
})
