import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cpuBetween, readCpu } from './bench-processes.ts'

const project = join(import.meta.dirname, '..')

export type Server = Readonly<{
  pid: number
  firstAnswerMs: number
  /** Processor time that the process itself had used by then. */
  firstCpuMs: number
  stop: () => Promise<void>
}>

type Started = Readonly<{ port: number; environment: Readonly<Record<string, string>> }>

/** The server as `npm start` runs it, and the time from its start to its first answer. */
export const startServer = async ({ port, environment }: Started): Promise<Server> => {
  const began = performance.now()
  const child = spawn(process.execPath, startScript(), {
    env: { ...process.env, ...environment, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: project,
  })
  const { pid } = child
  if (pid === undefined) throw new Error('The server could not be started.')
  await firstAnswer(child, port)
  const firstAnswerMs = performance.now() - began
  const firstCpuMs = cpuBetween(new Map(), readCpu([pid]))
  const stop = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return { pid, firstAnswerMs, firstCpuMs, stop }
}

/** The words of the script in package.json after `exec node`. */
const startScript = (): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  return String(scripts.start).split(' ').slice(2)
}

const pauseMs = 10

const firstAnswer = async (child: ChildProcess, port: number): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it answered.`)
    const answered = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}
