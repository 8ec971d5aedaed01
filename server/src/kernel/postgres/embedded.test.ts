import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect } from './connect.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { isAlive } from './processes.ts'

const isRoot = process.getuid?.() === 0
let folder: string
let stopping: EmbeddedServer[] = []
let lines: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-embedded-'))
  chmodSync(folder, 0o711)
  lines = []
})

afterEach(async () => {
  for (const server of stopping) await server.stop()
  stopping = []
  rmSync(folder, { recursive: true, force: true })
})

const start = async (dataFolder = folder, options: Partial<Parameters<typeof startEmbedded>[0]> = {}) => {
  const say = (line: string) => void lines.push(line)
  const server = await startEmbedded({ dataFolder, durability: 'disposable', whenInUse: 'refuse', say, ...options })
  stopping.push(server)
  return server
}

const ask = async (server: EmbeddedServer, question: string): Promise<unknown> => {
  const client = await connect(server.superuser)
  try {
    return Object.values((await client.query(question)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

const pidFile = () => join(folder, 'postgres/data/postmaster.pid')
const postgresPid = () => Number.parseInt(readFileSync(pidFile(), 'utf8'), 10)

test('a second start on the same data folder is refused in one sentence', async () => {
  const first = await start()

  await expect(start()).rejects.toThrow(
    `Muster is already running on the data folder ${folder}. Stop it first, or name another folder with MUSTER_DATA.`,
  )
  expect(await ask(first, 'select 1')).toBe(1)
})

test('a build of PostgreSQL that is not there is refused by its variable', async () => {
  await expect(start(folder, { programs: '/nowhere' })).rejects.toThrow(/^MUSTER_PG_BIN is \/nowhere, but/)
})

test('a database made by another PostgreSQL is refused before it is touched', async () => {
  const server = await start()
  await server.stop()
  writeFileSync(join(folder, 'postgres/data/PG_VERSION'), '12\n')

  await expect(start()).rejects.toThrow(/was made by PostgreSQL 12, but the programs found are PostgreSQL 18/)
})

test('a data folder that cannot be made is refused in one sentence', async () => {
  writeFileSync(join(folder, 'file'), '')

  await expect(start(join(folder, 'file/data'))).rejects.toThrow(/cannot be made. Name another one with MUSTER_DATA/)
})

test('the database flushes to disk and listens to no network', async () => {
  const server = await start(folder, { durability: 'durable' })

  expect(await ask(server, 'show fsync')).toBe('on')
  expect(await ask(server, 'show synchronous_commit')).toBe('on')
  expect(await ask(server, 'show data_checksums')).toBe('on')
  expect(await ask(server, 'show listen_addresses')).toBe('')
})

test('what was filled in a hurry is there after the stop, on a database that flushes to disk again', async () => {
  const filling = await start(folder, { durability: 'hurried' })
  expect(await ask(filling, 'show fsync')).toBe('off')
  await ask(filling, 'create table filled as select generate_series(1, 1000) as row')
  await filling.stop()
  const server = await start(folder, { durability: 'durable' })

  expect(await ask(server, 'select count(*)::int from filled')).toBe(1000)
  expect(await ask(server, 'show full_page_writes')).toBe('on')
})

test('a command uses the database of the server that runs, and leaves it running', async () => {
  const server = await start()

  const command = await start(folder, { whenInUse: 'attach' })
  expect(await ask(command, 'select 1')).toBe(1)
  await command.stop()

  expect(await ask(server, 'select 1')).toBe(1)
})

test('stopping leaves no process and starting again finds the data', async () => {
  const first = await start()
  await ask(first, 'create table kept as select 42 as answer')
  const pid = postgresPid()

  await first.stop()

  expect(isAlive(pid)).toBe(false)
  expect(existsSync(pidFile())).toBe(false)
  expect(await ask(await start(), 'select answer from kept')).toBe(42)
})

test('after kill -9 of Muster the next start takes over the same server, and its stop ends it', async () => {
  const other = spawn(process.execPath, [resolve(import.meta.dirname, '../../../test/hold-data-folder.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(other.stdout, 'data')
  const pid = postgresPid()
  other.kill('SIGKILL')
  await once(other, 'exit')

  const server = await start()

  expect(postgresPid()).toBe(pid)
  expect(await ask(server, 'select 1')).toBe(1)
  await server.stop()
  expect(isAlive(pid)).toBe(false)
})

test('a database that dies is started again without losing what was committed', async () => {
  const server = await start(folder, { durability: 'durable' })
  await ask(server, 'create table kept as select 42 as answer')

  process.kill(postgresPid(), 'SIGKILL')

  await vi.waitFor(() => expect(lines).toEqual(['The database had stopped and was started again.']), 20_000)
  expect(await ask(server, 'select answer from kept')).toBe(42)
})

test('a process id left by a crash and now a stranger’s does not stand in the way', async () => {
  const server = await start()
  await server.stop()
  writeFileSync(
    pidFile(),
    `${process.pid}\n${folder}/postgres/data\n1700000000\n5432\n${folder}/postgres\n\n  1  1\nready\n`,
  )

  expect(await ask(await start(), 'select 1')).toBe(1)
})

test('a path too long for a socket gets its socket elsewhere', async () => {
  const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))

  const server = await start(deep)

  expect(server.superuser.host).toMatch(/^\/tmp\/muster-[0-9a-f]{16}$/)
  expect(await ask(server, 'select 1')).toBe(1)
  rmSync(String(server.superuser.host), { recursive: true })
})

test.runIf(isRoot)('root runs the database as somebody with less power', async () => {
  await start()

  const status = readFileSync(`/proc/${postgresPid()}/status`, 'utf8')

  expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).not.toBe(0)
})

test.runIf(isRoot)(
  'below a folder that is closed to the database, its files go to /var/lib/muster, and it is said',
  async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })

    const server = await start(join(closed, 'data'))

    const place = realpathSync(join(closed, 'data/postgres'))
    expect(place).toMatch(/^\/var\/lib\/muster\/postgres-/)
    expect(lines).toEqual([expect.stringContaining(`The database is kept in ${place}, because`)])
    expect(await ask(server, 'select 1')).toBe(1)
    await server.stop()
    expect(await ask(await start(join(closed, 'data')), 'select 1')).toBe(1)
    expect(lines).toHaveLength(1)
    rmSync(place, { recursive: true })
  },
)

test.runIf(isRoot)(
  'even the user the database runs as may not connect: only the one who started Muster may',
  async () => {
    const server = await start()
    const uid = Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${postgresPid()}/status`, 'utf8'))?.[1])
    const knock = `import pg from 'pg'
    await new pg.Client(JSON.parse(process.argv[1])).connect().then(() => 'in', (refusal) => refusal.message).then(console.log)
    process.exit()`

    const said = execFileSync(
      process.execPath,
      ['--input-type=module', '-e', knock, JSON.stringify(server.superuser)],
      { uid, encoding: 'utf8', cwd: import.meta.dirname },
    )

    expect(said).toContain('Peer authentication failed')
  },
)
