import { readdirSync, readFileSync } from 'node:fs'

const nanosecondsPerMs = 1_000_000
const kibibytesPerMb = 1_000_000 / 1_024

/** Processor time of a process so far, over all its threads, to the nanosecond (Linux, `proc(5)`: schedstat). */
const cpuMsOf = (pid: number): number => {
  const threads = readdirSync(`/proc/${pid}/task`)
  const nanoseconds = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  )
  return nanoseconds.reduce((sum, each) => sum + each, 0) / nanosecondsPerMs
}

/** A reading of several processes. One that ended is left out, one that began later counts from its beginning. */
export const readCpu = (pids: readonly number[]): ReadonlyMap<number, number> =>
  new Map(pids.flatMap((pid) => orNothing(() => [[pid, cpuMsOf(pid)] as const])))

export const cpuBetween = (before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number =>
  [...after].reduce((sum, [pid, cpuMs]) => sum + cpuMs - (before.get(pid) ?? 0), 0)

const orNothing = <Found>(read: () => Found[]): Found[] => {
  try {
    return read()
  } catch {
    return []
  }
}

type Memory = Readonly<{ residentMb: number; proportionalMb: number }>

/** What a process holds: all it has in memory, and that with shared pages divided by those who share them. */
export const memoryOf = (pid: number): Memory => {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const of = (name: string) => {
    const line = text.split('\n').find((each) => each.startsWith(`${name}:`)) ?? ''
    return Number(/\d+/.exec(line)?.[0] ?? 0) / kibibytesPerMb
  }
  return { residentMb: of('Rss'), proportionalMb: of('Pss') }
}

export type Process = Readonly<{ pid: number; parent: number; name: string }>

/** Everything that a process started, and what that started. */
export const descendantsOf = (pid: number): readonly Process[] => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => orNothing(() => [processOf(Number(name))]))
  const below = (parent: number): readonly Process[] =>
    all.filter((each) => each.parent === parent).flatMap((child) => [child, ...below(child.pid)])
  return below(pid)
}

const processOf = (pid: number): Process => {
  // The name stands in brackets and may hold blanks and brackets itself.
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const end = text.lastIndexOf(')')
  const [, , parent] = text.slice(end).split(' ')
  return { pid, name: text.slice(text.indexOf('(') + 1, end), parent: Number(parent) }
}
