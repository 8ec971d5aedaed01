import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const source = join(import.meta.dirname, '../src')
let folder: string
let port: number
let server: Running

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-install-'))
  port = await freePort()
  server = start({})
  await server.ready
}, 120_000)
afterAll(async () => {
  server.child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

type Running = Readonly<{
  child: ChildProcess
  ready: Promise<string>
  ended: Promise<number | null>
  said: () => string
}>

const environment = (settings: Record<string, string>) => ({
  ...process.env,
  MUSTER_DATA: folder,
  PORT: String(port),
  MUSTER_URL: `http://localhost:${port}`,
  LOG_LEVEL: 'error',
  ...settings,
})

/** The real server as an operator starts it. */
const start = (settings: Record<string, string>): Running => {
  const child = spawn(process.execPath, [join(source, 'main.ts')], { env: environment(settings) })
  let text = ''
  const { promise, resolve } = Promise.withResolvers<string>()
  const hear = (chunk: Buffer) => {
    text += chunk
    if (text.includes('Muster is ready') && text.endsWith('\n\n')) resolve(text)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, ready: promise, ended, said: () => text }
}

const muster = async (...words: string[]): Promise<string> => {
  const command = [join(source, 'muster.ts'), ...words]
  return (await promisify(execFile)(process.execPath, command, { env: environment({}) })).stdout
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port: free } = probe.address() as { port: number }
  probe.close()
  return free
}

const ask = (path: string, options: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, options)
const json = { 'content-type': 'application/json' }

test('a second start on the same data folder is refused in one sentence, and the first goes on', async () => {
  const second = start({ PORT: String(await freePort()) })

  expect(await second.ended).toBe(1)
  expect(second.said().trim().split('\n')).toHaveLength(1)
  expect(second.said()).toContain('already running on the data folder')
  expect((await ask('/readyz')).status).toBe(200)
})

test('a port that is taken is said in one sentence, and nothing is left running', async () => {
  const other = await mkdtemp(join(tmpdir(), 'muster-install-'))

  const second = start({ MUSTER_DATA: other })

  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`Port ${port} on 127.0.0.1 is taken`)
  expect(await readdir(join(other, 'postgres')).then((names) => names.includes('postmaster.pid'))).toBe(false)
  await rm(other, { recursive: true, force: true, maxRetries: 5 })
}, 60_000)

test('the printed link sets up an organization once, and a key from the command line works on its API', async () => {
  const token = /set-up#(\S+)/.exec(await server.ready)?.[1]
  const owner = { name: 'Maya Lindqvist', email: 'maya@northwind.example', password: 'a long enough sentence' }
  const organization = { slug: 'northwind', name: 'Northwind', timeZone: 'America/New_York', currency: 'USD' }
  const setUp = () =>
    ask('/api/v1/set-up', { method: 'POST', headers: json, body: JSON.stringify({ token, organization, owner }) })

  const [first, again] = [await setUp(), await setUp()]
  const key = (await muster('key', 'create')).trim()
  const contractors = await ask('/api/v1/contractors', { headers: { authorization: `Bearer ${key}` } })

  expect([first.status, again.status >= 400, contractors.status]).toEqual([200, true, 200])
  expect((await stat(join(folder, 'muster.key'))).mode & 0o777).toBe(0o600)
  expect(await readFile(join(folder, 'muster.key'), 'utf8')).not.toContain(key)
}, 60_000)

test('the log of the install is intact, and the command line says so', async () => {
  expect(await muster('verify', 'audit')).toMatch(/^northwind: intact\. \d+ entries/)
}, 60_000)

test('SIGTERM ends it cleanly and leaves no database running', async () => {
  server.child.kill('SIGTERM')

  expect(await server.ended).toBe(0)
  expect(await readdir(join(folder, 'postgres/data'))).not.toContain('postmaster.pid')
}, 60_000)

test('a demo that is stopped while it is made leaves no database running, and is not taken for a whole one', async () => {
  const half = await mkdtemp(join(tmpdir(), 'muster-half-demo-'))
  const settings = { MUSTER_DATA: half, PORT: String(await freePort()) }
  const demo = () => spawn(process.execPath, [join(source, 'muster.ts'), 'demo'], { env: environment(settings) })
  try {
    const first = demo()
    await once(first.stdout, 'data')
    const ended = once(first, 'exit')
    // As npm passes Ctrl-C on: twice.
    first.kill('SIGINT')
    first.kill('SIGINT')
    expect(await ended).toEqual([130, null])
    expect(await readdir(join(half, 'postgres/data'))).not.toContain('postmaster.pid')

    const second = demo()
    const said = text(second.stderr)
    expect(await once(second, 'exit')).toEqual([1, null])
    expect((await said).trim()).toBe(`The demo in ${half} was not finished. Remove the folder and start again.`)
  } finally {
    await rm(half, { recursive: true, force: true, maxRetries: 5 })
  }
}, 60_000)
