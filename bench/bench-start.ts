import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { descendantsOf, memoryOf } from './bench-processes.ts'
import { startServer } from './bench-server.ts'
import { median } from './bench-statistics.ts'

export type Start = Readonly<{
  firstAnswersMs: readonly number[]
  medianMs: number
  /** Processor time of the server until its first answer: what the clock on the wall would show on an idle machine. */
  cpuMs: number
  serverMb: number
  /** What the server started besides PostgreSQL. */
  childrenMb: number
  postgresMb: number
}>

const settleMs = 5_000

/**
 * Starts the install several times as `npm start` does; the last time it is left alone for a while and weighed. The very
 * first start, which builds what is stale and compiles, is not counted.
 */
export const measureStart = async (folder: string, port: number, times: number): Promise<Start> => {
  const firstAnswersMs: number[] = []
  const cpusMs: number[] = []
  const first = await startServer({ port, environment: { MUSTER_DATA: folder } })
  await first.stop()
  for (let at = 1; ; at += 1) {
    const server = await startServer({ port, environment: { MUSTER_DATA: folder } })
    firstAnswersMs.push(server.firstAnswerMs)
    cpusMs.push(server.firstCpuMs)
    try {
      if (at < times) continue
      await new Promise((resolve) => setTimeout(resolve, settleMs))
      const medians = { medianMs: median(firstAnswersMs), cpuMs: median(cpusMs) }
      return { firstAnswersMs, ...medians, ...weigh(server.pid, folder) }
    } finally {
      await server.stop()
    }
  }
}

const weigh = (pid: number, folder: string): Pick<Start, 'serverMb' | 'childrenMb' | 'postgresMb'> => {
  const postmaster = postmasterOf(folder)
  const postgres = [postmaster, ...descendantsOf(postmaster).map((each) => each.pid)]
  const children = descendantsOf(pid).filter((each) => !postgres.includes(each.pid))
  const sum = (pids: readonly number[]) => pids.reduce((all, each) => all + memoryOf(each).proportionalMb, 0)
  return {
    serverMb: memoryOf(pid).residentMb,
    childrenMb: sum(children.map((each) => each.pid)),
    // PostgreSQL's processes share most of what they hold: counted once.
    postgresMb: sum(postgres),
  }
}

const postmasterOf = (folder: string): number => {
  const file = join(realpathSync(join(folder, 'postgres')), 'data/postmaster.pid')
  if (!existsSync(file)) throw new Error('The database of the measured server is not running.')
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}
