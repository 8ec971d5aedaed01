import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openPostgres, type Postgres } from '#kernel/postgres/open-postgres.ts'
import { configFor, copyData, makeData, removeData, type Size } from './bench-data.ts'
import { type Effort, measure, type Result } from './bench-measure.ts'
import { operations } from './bench-operations.ts'
import { pageOf } from './bench-page.ts'
import { memoryOf } from './bench-processes.ts'
import { cpuTable, type Figures, installTable, type Machine, timeTable } from './bench-report.ts'
import { openScene, type Scene } from './bench-scene.ts'
import { startServer } from './bench-server.ts'
import { measureStart } from './bench-start.ts'
import { plainTable, type Table } from './bench-table.ts'

const project = join(import.meta.dirname, '..')

const thorough: Effort = { rounds: 3, warmUp: 150, reads: { 1: 600, 16: 2_400 }, writes: { 1: 250, 16: 750 } }
const quick: Effort = { rounds: 1, warmUp: 100, reads: { 1: 400, 16: 1_600 }, writes: { 1: 200, 16: 600 } }

const options = {
  quick: { type: 'boolean', default: false },
  contractors: { type: 'string', default: '10000' },
  invoices: { type: 'string', default: '200000' },
  folder: { type: 'string' },
  port: { type: 'string', default: '3425' },
  page: { type: 'string' },
  only: { type: 'string', default: '' },
} as const

const main = async (): Promise<void> => {
  if (process.platform !== 'linux')
    throw new Error('The bench reads processor time from /proc, which only Linux has.')
  const { values } = parseArgs({ options })
  const size = { contractors: Number(values.contractors), invoices: Number(values.invoices) }
  const folder = resolve(values.folder ?? join(tmpdir(), `muster-bench-${size.contractors}-${size.invoices}`))
  const port = Number(values.port)
  say(`Data of ${size.contractors} contractors and ${size.invoices} invoices: ${folder}`)
  await makeData(folder, size)
  const copy = `${folder}-run`
  copyData(folder, copy)
  try {
    const effort = values.quick ? quick : thorough
    const figures = await measureAll({ folder: copy, port, effort, size, only: values.only })
    show(figures)
    const page = values.page ?? (values.quick ? undefined : join(project, 'docs/bench.md'))
    if (page !== undefined) writeFileSync(page, pageOf(figures))
  } finally {
    removeData(copy)
  }
}

type Plan = Readonly<{ folder: string; port: number; effort: Effort; size: Size; only: string }>

const measureAll = async ({ folder, port, effort, size, only }: Plan): Promise<Figures> => {
  const load = loadavg().map((average) => average.toFixed(1))
  say('Starting and weighing …')
  const start = await measureStart(folder, port, 3)
  const config = configFor(folder)
  const postgres = await openPostgres(config)
  const server = await startServer({ port, environment: apart(folder, postgres) })
  try {
    const scene = await openScene(config, postgres)
    const results: Result[] = []
    for (const operation of operations.filter(({ title }) => title.includes(only))) {
      say(`${operation.title} …`)
      results.push(await measure({ scene, app: postgres.app, server: { pid: server.pid, port }, effort }, operation))
    }
    const serverMbAfterLoad = memoryOf(server.pid).residentMb
    const machine = { ...(await machineOf(scene)), load: load.join(', ') }
    await scene.close()
    return { machine, size, start, results, serverMbAfterLoad }
  } finally {
    await server.stop()
    await postgres.stop()
  }
}

/** The measured server answers requests; what follows after a commit would be done by a worker beside it. */
const apart = (folder: string, { owner }: Postgres): Readonly<Record<string, string>> => ({
  MUSTER_DATA: folder,
  MUSTER_ROLE: 'api',
  DATABASE_URL: `postgres://${owner.user}@localhost/${owner.database}?host=${encodeURIComponent(owner.host ?? '')}`,
})

const machineOf = async ({ sql, runtime }: Scene): Promise<Omit<Machine, 'load'>> => {
  const [server] = await sql(`select current_setting('server_version') as version`)
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  return {
    day: runtime.outside.now().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    node: process.versions.node,
    postgres: String(server?.version),
    muster: String(version),
  }
}

const show = (figures: Figures): void => {
  const tables: readonly Table[] = [cpuTable(figures.results), timeTable(figures.results), installTable(figures)]
  process.stdout.write(`\n${tables.map(plainTable).join('\n\n')}\n`)
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

await main()
