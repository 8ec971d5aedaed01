import { z } from 'zod'
import { command } from './command.ts'
import { endpoint } from './endpoint.ts'
import { event } from './event.ts'
import { query } from './query.ts'

// What must not compile. The type checker is the test: an error that is expected and missing is an error.
const greet = endpoint({
  name: 'example.greet',
  method: 'POST',
  path: '/greetings',
  summary: 'An example for the type checker',
  input: z.strictObject({ name: z.string() }),
  output: z.object({ greeting: z.string() }),
})
const greeted = event('example.greeted', 'greeted {name}', z.object({ name: z.string() }))

const load = async () => undefined
const allow = () => true
const result = { greeting: 'Good morning' }
const events = [greeted({ name: 'Priya' })] as const

export const compiles = [
  command(greet)({ load, allow, run: async () => ({ result, events }) }),
  query(greet)({ allow, read: async () => result }),
]

export const pressesOutside = command(greet)({
  load,
  allow,
  prepare: async ({ documents, mailer }) => [documents, mailer],
  run: async () => ({ result, events }),
})

export const refused = [
  // @ts-expect-error nobody said who may do it
  command(greet)({ load, run: async () => ({ result, events }) }),
  // @ts-expect-error nothing is recorded
  command(greet)({ load, allow, run: async () => ({ result }) }),
  // @ts-expect-error an empty record is no record
  command(greet)({ load, allow, run: async () => ({ result, events: [] as const }) }),
  // @ts-expect-error another answer than the contract promises
  command(greet)({ load, allow, run: async () => ({ result: { greeting: 7 }, events }) }),
  // @ts-expect-error no document is made while a transaction is open
  command(greet)({ load: async ({ documents }) => documents, allow, run: async () => ({ result, events }) }),
  // @ts-expect-error nor is a mail server spoken to
  command(greet)({ load: async ({ mailer }) => mailer, allow, run: async () => ({ result, events }) }),
  // @ts-expect-error nobody said who may ask
  query(greet)({ read: async () => result }),
  // @ts-expect-error the fact lacks what it promises to say
  greeted({ nom: 'Priya' }),
]
