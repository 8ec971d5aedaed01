import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { type Endpoint, isCommand } from '#kernel/endpoint.ts'
import { handlers } from '../src/app.ts'
import { type Populated, populate } from './populate.ts'
import { sampleInput } from './sample-input.ts'
import { createWorld, everyRole, type World } from './world.ts'

let w: World
let there: Populated
beforeAll(async () => {
  w = await createWorld()
  there = await populate(w)
}, 180_000)
afterAll(() => w.close())

const commands: readonly Endpoint[] = handlers
  .map(({ endpoint }) => endpoint)
  .filter((endpoint) => isCommand(endpoint) && !endpoint.public)

const known = (name: string): string | undefined => {
  try {
    return there.ids(name)
  } catch {
    return undefined
  }
}

/** About the objects that are there, wherever the command names one. */
const inputFor = ({ input, path }: Endpoint): Record<string, unknown> => {
  const sample = sampleInput(input)
  const names = [...Object.keys(sample), ...[...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)]
  const ids = names.flatMap((name) => (known(name) ? [[name, known(name)] as const] : []))
  return { ...sample, ...Object.fromEntries(ids) }
}

/** With the version that the object has by now, as it tells whoever comes with another. */
const upToDate = async (endpoint: Endpoint, actor: Actor, input: Record<string, unknown>) => {
  if (!('version' in input)) return input
  const { body } = await w.ask(endpoint, actor, { ...input, version: 999_999 }, upload)
  return { ...input, version: (body as { currentVersion?: number }).currentVersion ?? input.version }
}

/** Every role at once, so that what stops a command is its own rule. */
const everybody = () => ({ ...w.member(...everyRole), contractorId: there.ids('contractorId') })
const upload = { upload: Buffer.from('a brief') }

const facts = async () => (await w.journal()).length

/** Commands whose made-up input is refused by a rule before it has an effect: printed, and this may only shrink. */
const mostWithoutEffect = 70

test('no command that meets itself is a defect, and under one key it has one effect', {
  timeout: 600_000,
}, async () => {
  const defects: string[] = []
  const twofold: string[] = []
  const withoutEffect: string[] = []
  for (const endpoint of commands) {
    const actor = everybody()
    const input = await upToDate(endpoint, actor, inputFor(endpoint))
    const before = await facts()
    const same = await Promise.all(
      Array.from({ length: 8 }, () => w.ask(endpoint, actor, input, { key: endpoint.name, ...upload })),
    )
    const after = await facts()
    const alone = await Promise.all([1, 2, 3].map(() => w.ask(endpoint, everybody(), input, upload)))
    const done = same.filter(({ status }) => status === 200)
    if ([...same, ...alone].some(({ status }) => status >= 500)) defects.push(endpoint.name)
    if (new Set(done.map(({ text }) => text)).size > 1) twofold.push(`${endpoint.name} answers differently`)
    if (done.length > 0 && done.length < same.length) twofold.push(`${endpoint.name} refuses its own repetition`)
    if (done.length === 0 && after !== before) twofold.push(`${endpoint.name} is refused and leaves facts`)
    if (![...same, ...alone].some(({ status }) => status === 200)) withoutEffect.push(endpoint.name)
  }
  process.stdout.write(
    `Raced commands: ${commands.length}, of which ${withoutEffect.length} without effect: ${withoutEffect.join(' ')}\n`,
  )

  expect({ defects, twofold }).toEqual({ defects: [], twofold: [] })
  expect(withoutEffect.length).toBeLessThanOrEqual(mostWithoutEffect)
})
