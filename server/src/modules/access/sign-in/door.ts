import type { z } from 'zod'
import type { Runtime } from '#kernel/runtime.ts'
import type { SessionCache, SignedIn } from '#modules/access/session-cache.ts'
import type { createAuth } from './better-auth.ts'
import type { GuessCounter } from './guess-counter.ts'

export type House = Readonly<{
  runtime: Runtime
  cache: SessionCache
  guesses: GuessCounter
  /** Built when the first person signs in: loading it takes longer than all the rest of the start. */
  auth: () => Promise<ReturnType<typeof createAuth>>
  /** What cookies are signed with. */
  secret: string
}>

/** One request at one door. */
export type Visit = Readonly<{
  headers: Headers
  address: string
  now: Date
  /** Undefined also when the cookie names a session that is over. */
  signedIn: SignedIn | undefined
}>

export type Reply = Readonly<{ json: Readonly<Record<string, unknown>>; cookies: readonly string[] }>

/** `fresh`: signed in, and proved within the last minutes that it is them. */
export type Admits = 'anybody' | 'signed-in' | 'fresh'

export type Door = Readonly<{
  method: 'GET' | 'POST'
  /** Below `/api/auth`. */
  path: string
  admits: Admits
  input: z.ZodType
  open: (house: House, visit: Visit, input: unknown) => Promise<Reply>
}>

type Declared<Input extends z.ZodType> = Omit<Door, 'input' | 'open'> &
  Readonly<{ input: Input; open: (house: House, visit: Visit, input: z.output<Input>) => Promise<Reply> }>

/** Declares a way in. What is not declared is not there: better-auth has more doors than we use. */
export const door = <Input extends z.ZodType>({ open, ...declared }: Declared<Input>): Door => ({
  ...declared,
  open: (house, visit, input) => open(house, visit, declared.input.parse(input)),
})
