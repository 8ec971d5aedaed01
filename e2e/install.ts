import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type Install = Readonly<{
  url: string
  setUpLink: string
  /** What `muster set-up link` prints: the way to a further organization. */
  furtherSetUpLink: () => Promise<string>
  stop: () => Promise<void>
}>

const program = (name: string) => join(import.meta.dirname, '../server/src', name)

/** A Muster of its own on a fresh data folder, started as an operator starts it. */
export const startInstall = async (): Promise<Install> => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-journey-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = { ...process.env, MUSTER_DATA: folder, PORT: String(port), MUSTER_URL: url, LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [program('main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const setUpLink = await greeting(child)
  return {
    url,
    setUpLink,
    furtherSetUpLink: async () => {
      const { stdout } = await run(process.execPath, [program('muster.ts'), 'set-up', 'link'], { env })
      return stdout.trim()
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const greeting = (child: ChildProcess): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk
    const link = /(http\S+\/set-up#\S+)\s/.exec(text)?.[1]
    if (link) resolve(link)
  })
  child.once('exit', (code) => reject(new Error(`Muster ended with ${code} before it was ready: ${text}`)))
  return promise
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
