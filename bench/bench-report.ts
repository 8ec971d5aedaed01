import type { Result } from './bench-measure.ts'
import { type Connections, connectionCounts } from './bench-measure.ts'
import type { Start } from './bench-start.ts'
import { figure, type Table, times, verdict } from './bench-table.ts'

export type Machine = Readonly<{
  day: string
  processor: string
  cores: number
  node: string
  postgres: string
  muster: string
  load: string
}>

export type Figures = Readonly<{
  machine: Machine
  size: Readonly<{ contractors: number; invoices: number }>
  start: Start
  results: readonly Result[]
  serverMbAfterLoad: number
}>

const atMostStartMs = 2_000
const atMostIdleMb = 150

/** Processor time of each operation at the larger number of connections, against the statements alone. */
export const cpuTable = (results: readonly Result[]): Table => [
  ['Operation', 'Muster, CPU ms', 'SQL alone, CPU ms', '@1', '@16', 'aim', ''],
  ...results.map(({ operation: { title, aim }, byConnections }) => {
    const [one, many] = [byConnections[1], byConnections[16]]
    return [
      title,
      figure(many.product.cpuMs),
      figure(many.raw.cpuMs),
      times(one.cpuRatio),
      times(many.cpuRatio),
      `≤ ${aim} ×`,
      verdict(Math.max(one.cpuRatio, many.cpuRatio), aim),
    ]
  }),
]

export const timeTable = (results: readonly Result[]): Table => [
  [
    'Operation',
    'connections',
    'Muster p50 ms',
    'p99 ms',
    'a second',
    'SQL alone p50 ms',
    'p99 ms',
    'a second',
    'p50',
  ],
  ...results.flatMap(({ operation, byConnections }) =>
    connectionCounts.map((connections: Connections) => {
      const { product, raw, p50Ratio } = byConnections[connections]
      const side = ({ p50Ms, p99Ms, perSecond }: typeof raw) => [p50Ms, p99Ms, perSecond].map(figure)
      return [operation.title, String(connections), ...side(product), ...side(raw), times(p50Ratio)]
    }),
  ),
]

export const installTable = ({ start, serverMbAfterLoad }: Figures): Table => [
  ['Install', 'figure', 'aim', ''],
  [
    `First answer after the start, median of ${start.firstAnswersMs.length}`,
    `${(start.medianMs / 1_000).toFixed(2)} s`,
    '≤ 2 s',
    verdict(start.medianMs, atMostStartMs),
  ],
  ['Processor time of the server until then', `${(start.cpuMs / 1_000).toFixed(2)} s`, '', ''],
  [
    'Server, resident, idle',
    `${figure(start.serverMb)} MB`,
    `≤ ${atMostIdleMb} MB`,
    verdict(start.serverMb, atMostIdleMb),
  ],
  ['Its other processes, idle', `${figure(start.childrenMb)} MB`, '', ''],
  ['PostgreSQL, shared memory counted once, idle', `${figure(start.postgresMb)} MB`, '', ''],
  ['Server, resident, after all operations below', `${figure(serverMbAfterLoad)} MB`, '', ''],
]
