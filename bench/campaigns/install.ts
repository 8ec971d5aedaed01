import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Config, readConfig } from '#kernel/config.ts'
import { ownerRole } from '#kernel/postgres/cluster.ts'
import { isAlive } from '#kernel/postgres/processes.ts'
import { serverPid } from '#kernel/postgres/server-process.ts'

const source = join(import.meta.dirname, '../../server/src')
const patienceMs = 60_000

type Settings = Readonly<Record<string, string>>

/** A server process as an operator starts it, and what it said. */
export type Running = Readonly<{
  /** Resolves when it answers; rejects with what it said when it ends before. */
  ready: Promise<void>
  ended: Promise<number | null>
  kill: () => Promise<void>
  stop: () => Promise<number | null>
  /** The sentences for the operator, without the lines of the log. */
  sentences: () => readonly string[]
}>

export type Install = Readonly<{
  config: Config
  start: (settings?: Settings) => Running
  /** A command of `npm run muster --`: its exit code and what it printed. */
  muster: (...words: readonly string[]) => Promise<Readonly<{ code: number; said: string }>>
  /** Looks at the database as its owner, past the walls between organizations. Reconnects after a crash. */
  sql: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>
  databasePid: () => number | undefined
  remove: () => Promise<void>
}>

/** A Muster of its own: a data folder, a port, and the real program. */
export const makeInstall = async (folder = freshFolder(), given: Settings = {}): Promise<Install> => {
  const port = given.PORT ?? String(await freePort())
  const environment = { MUSTER_DATA: folder, PORT: port, MUSTER_URL: `http://localhost:${port}`, ...given }
  const socket = { host: join(folder, 'postgres'), port: 5432, user: ownerRole, database: 'muster' }
  const home = { folder: socket.host, user: undefined, socketFolder: socket.host }
  const pool = new pg.Pool({ ...socket, max: 1 })
  // The database is killed again and again, and with it this connection.
  pool.on('error', () => undefined)
  return {
    config: readConfig(environment, process.cwd()),
    start: (settings = {}) => run({ ...environment, ...settings }),
    muster: (...words) => command(environment, words),
    sql: async (text, values = []) => (await pool.query(text, [...values])).rows,
    databasePid: () => serverPid(home),
    remove: async () => {
      await pool.end()
      const left = serverPid(home)
      // Only after a failure: in good order the server has taken its database along.
      if (left !== undefined && isAlive(left)) process.kill(left, 'SIGQUIT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Under root the database runs as somebody else, who must be able to walk through. */
const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-prove-'))
  chmodSync(folder, 0o711)
  return folder
}

export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

const environmentWith = (settings: Settings) => ({ ...process.env, LOG_LEVEL: 'error', ...settings })

const run = (settings: Settings): Running => {
  const child = spawn(process.execPath, [join(source, 'main.ts')], {
    env: environmentWith(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null))
  const { ready, text } = hear(child, ended)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    ready,
    ended,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    sentences: () =>
      text()
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('{')),
  }
}

const hear = (child: ChildProcess, ended: Promise<number | null>) => {
  let text = ''
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk
      if (text.includes('Muster is ready')) resolve()
    })
  ended.then((code) => reject(new Error(`The server ended with ${code}: ${text}`)))
  const timer = setTimeout(() => reject(new Error(`The server did not answer: ${text}`)), patienceMs)
  // Whoever kills a server that is still starting does not wait for it.
  ready.then(
    () => clearTimeout(timer),
    () => clearTimeout(timer),
  )
  return { ready, text: () => text }
}

const command = (settings: Settings, words: readonly string[]): Promise<Readonly<{ code: number; said: string }>> =>
  new Promise((resolve) => {
    const program = [join(source, 'muster.ts'), ...words]
    execFile(process.execPath, program, { env: environmentWith(settings) }, (refusal, printed, complained) => {
      resolve({ code: refusal === null ? 0 : Number(refusal.code ?? 1), said: `${printed}${complained}` })
    })
  })
