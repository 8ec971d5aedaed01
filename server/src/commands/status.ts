import type { Config } from '#kernel/config.ts'
import { ownVersion } from './backup/manifest.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const patienceMs = 5_000

/** What the server on the configured port says of itself. Exit code 1 when it is not ready. */
export const printStatus = async ({ host, port, dataFolder }: Config): Promise<number> => {
  say(`Muster ${ownVersion()}, data folder ${dataFolder}`)
  const address = `http://${reachable(host)}:${port}/readyz`
  const state = await fetch(address, { signal: AbortSignal.timeout(patienceMs) })
    .then((response) => response.json() as Promise<Record<string, boolean>>)
    .catch(() => undefined)
  if (state === undefined) {
    say(`It does not run, or does not answer on port ${port}.`)
    return 1
  }
  const missing = Object.keys(state).filter((part) => state[part] !== true)
  say(
    missing.length === 0
      ? `It is ready on port ${port}.`
      : `It runs on port ${port} and is not ready: ${missing.map((part) => about[part] ?? part).join('; ')}.`,
  )
  return missing.length === 0 ? 0 : 1
}

const about: Readonly<Record<string, string>> = {
  database: 'the database does not answer',
  migrations: 'migrations are not applied',
  worker: 'the worker does not work',
  room: 'the disk is full',
  original: 'it is in restored mode (npm run muster -- restored)',
}

const reachable = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host
}
