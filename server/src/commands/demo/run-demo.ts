import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '#kernel/cannot-start.ts'
import { readConfig } from '#kernel/config.ts'
import type { Postgres } from '#kernel/postgres/open-postgres.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { startMuster } from '../../start.ts'
import { stopOnSignal } from '../../stop-on-signal.ts'
import { keyFor } from '../create-key.ts'
import { organizations } from '../organizations.ts'
import { withRuntime } from '../with-runtime.ts'
import { cast, demoPassword, priya } from './cast.ts'
import { makeNorthwind } from './northwind.ts'
import { freshen } from './volume/freshen.ts'

type Wish = Readonly<{
  contractors?: string | undefined
  invoices?: string | undefined
  json?: boolean | undefined
}>

/** Who is played step by step, and for how long: everybody else is written by the thousand. */
const crew = 14
const months = 8
/** How many invoices there are for each contractor, unless it is said. */
const invoicesEach = 4

/** Starts a Muster of its own with Northwind in it, and goes on serving. */
export const runDemo = async (
  environment: NodeJS.ProcessEnv,
  { contractors = '1000', invoices, json = false }: Wish,
): Promise<undefined> => {
  const size = { contractors: numberFrom('contractors', contractors, 2 * crew), crew, months }
  const wanted = invoices === undefined ? size.contractors * invoicesEach : numberFrom('invoices', invoices, 1)
  const config = readConfig({ MUSTER_DATA: './data-demo', ...environment }, process.cwd())
  const say = (line: string) => {
    if (!json) process.stdout.write(`  ${line}\n`)
  }
  // Half of it must not be taken for the whole: rules are away while a large one is made.
  const unfinished = join(config.dataFolder, 'demo-unfinished')
  // Before the server starts: its worker lives in the present and would answer the story's past with today's date.
  const fill = async (runtime: Runtime, { owner }: Postgres): Promise<void> => {
    if (existsSync(unfinished))
      throw new CannotStart(`The demo in ${config.dataFolder} was not finished. Remove the folder and start again.`)
    if ((await organizations(runtime)).length > 0) return
    await writeFile(unfinished, '')
    await makeNorthwind(runtime, { ...size, volume: { invoices: wanted, owner } }, say)
    await freshen(owner)
  }
  const isNew = !existsSync(join(config.dataFolder, 'postgres/data'))
  await withRuntime(config, fill, isNew ? { durability: 'hurried' } : {})
  // Only now is all of it on disk for certain.
  await rm(unfinished, { force: true })
  const starting = startMuster(config)
  stopOnSignal(starting)
  const { url, runtime } = await starting
  const apiKey = await keyFor(runtime, { organization: 'northwind', name: 'demo' })
  const signIns = [...Object.values(cast), { ...priya, roles: ['contractor'] }].map(({ email, roles }) => ({
    role: roles.join(', '),
    email,
    password: demoPassword,
  }))
  if (json) process.stdout.write(`${JSON.stringify({ url, signIns, apiKey })}\n`)
  else print(url, signIns, apiKey)
  return undefined
}

const numberFrom = (name: string, text: string, least: number): number => {
  const count = Number(text)
  if (Number.isSafeInteger(count) && count >= least) return count
  throw new CannotStart(`--${name} must be a number from ${least} up.`)
}

type SignIn = Readonly<{ role: string; email: string; password: string }>

const print = (url: string, signIns: readonly SignIn[], apiKey: string): void => {
  process.stdout.write(`\n  Northwind is ready: ${url}\n\n  Sign in as (password: ${demoPassword})\n`)
  for (const { role, email } of signIns) process.stdout.write(`    ${role.padEnd(18)} ${email}\n`)
  process.stdout.write(`\n  API key of the owner: ${apiKey}\n\n`)
}
