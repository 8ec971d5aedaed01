import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Chance, randomFrom } from '#server/commands/demo/random.ts'
import { createCaller } from './caller.ts'
import { type Campaign, faultsOf, type Result } from './campaign.ts'
import { foundNorthwind } from './company.ts'
import { freePort, type Install, makeInstall, type Running } from './install.ts'
import { filesWithoutBytes, halfDone, lost, mailsAstray } from './kept-checks.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { auditFaults, delivered, tallyOf } from './money-once.ts'
import { type Kept, startWriter, type Writing } from './writers.ts'

const wholeRun = 30
const writers = 6

/** Kill -9 of the server, and of the database, while people write; nothing that was acknowledged may be gone. */
export const noWriteLost = (contractors = 6): Campaign => ({
  name: 'no-write-lost',
  run: async ({ rounds = wholeRun, seed, say }) => {
    const smtpPort = await freePort()
    const install = await makeInstall(undefined, {
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}?from=hello@northwind.example`,
    })
    const mails = await startMailServer(smtpPort)
    let server: Running | undefined
    try {
      say(`Founding Northwind with ${contractors} contractors at work …`)
      const company = await foundNorthwind(install.config, contractors)
      server = install.start()
      await server.ready
      const scene = { install, company, mails, rounds, say, seed, chance: randomFrom(seed) }
      const killing = await underKills(scene, {
        ...killsOfServer,
        disturb: async () => {
          await server?.kill()
          server = install.start()
          await server.ready
        },
      })
      const dying = await underKills(scene, { ...killsOfDatabase, disturb: (round) => killDatabase(install, round) })
      const said = server
        .sentences()
        .filter((line) => !/^(Muster is ready|The database had stopped and was)/.test(line))
      return [killing, { ...dying, faults: [...dying.faults, ...said.map((line) => `The server said: ${line}`)] }]
    } finally {
      await server?.stop()
      await mails.close()
      await install.remove()
    }
  },
})

const killsOfServer = {
  promise: 'No acknowledged write is lost when the server dies',
  done: 'The server is killed (kill -9) and started again',
}
const killsOfDatabase = {
  promise: 'No acknowledged write is lost when the database dies',
  done:
    'The database is killed (kill -9 of its first process, in every second round of all its processes) under the ' +
    'running server, which brings it up again,',
}

type Scene = Readonly<{
  install: Install
  company: Writing['company']
  mails: MailServer
  rounds: number
  seed: number
  chance: Chance
  say: (line: string) => void
}>
type Killing = Readonly<{ promise: string; done: string; disturb: (round: number) => Promise<void> }>

const underKills = async (scene: Scene, { promise, done, disturb }: Killing): Promise<Result> => {
  const { install, company, mails, rounds, chance, say, seed } = scene
  const caller = createCaller(install.config.port)
  await caller.signIn([...Object.values(company.members), ...company.atWork.map(({ login }) => login)])
  const everything: Kept[] = []
  const faults: string[] = []
  let slowestMs = 0
  for (let round = 1; round <= rounds; round += 1) {
    const name = `${promise.endsWith('server dies') ? 's' : 'd'}${round}`
    const working = Array.from({ length: writers }, (_, at) =>
      startWriter({ company, caller, chance }, `${name}-${at}`),
    )
    await sleep(chance.between(400, 1_600))
    const died = performance.now()
    await disturb(round)
    slowestMs = Math.max(slowestMs, performance.now() - died)
    const ends = await Promise.all(working.map((writer) => writer.stop()))
    const kept = ends.flatMap((end) => end.kept)
    faults.push(...ends.flatMap((end) => end.faults), ...(await lost(caller, company.members.maya, kept)))
    everything.push(...kept)
    say(`${name}: ${everything.length} acknowledged, ${faults.length} faults`)
  }
  await delivered(install)
  await sent(install)
  const again = await lost(caller, company.members.maya, everything)
  const counts = {
    kills: rounds,
    ...tallyOf(caller),
    'answered with 503 meanwhile': caller.tally.byStatus[503] ?? 0,
    'slowest return to work, ms': Math.round(slowestMs),
    'read again and compared': everything.length * 2,
    'mails taken': mails.taken.size,
    'mails taken twice under one id': [...mails.taken.values()].filter((times) => times > 1).length,
    seed,
  }
  const whole = [
    ...(await halfDone(install)),
    ...(await filesWithoutBytes(install)),
    ...(await mailsAstray(install, mails)),
  ]
  caller.close()
  return {
    promise,
    done: `${done} while ${writers} people put contractors on file, write and submit invoices, upload files and invite members.`,
    counts,
    faults: faultsOf(faults, again, whole, defects(caller.tally.byStatus), await auditFaults(install)),
  }
}

/** Everybody here asks for what they may have: whatever is no success must be a passing 503. */
const defects = (byStatus: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(byStatus)
    .filter(([status]) => !['200', '503'].includes(status))
    .map(([status, times]) => `${times} requests were answered with ${status}.`)

const killDatabase = async (install: Install, round: number): Promise<void> => {
  const pid = install.databasePid()
  if (pid === undefined) throw new Error('There is no database to kill.')
  const children = round % 2 === 0 ? childrenOf(pid) : []
  for (const each of [pid, ...children]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // One that has ended by itself a moment ago.
    }
  }
  await backAtWork(install, pid)
}

/** As the kernel tells it (proc(5), `children`); none where the system has no such list. */
const childrenOf = (pid: number): readonly number[] => {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return text.split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

const backAtWork = async ({ config, databasePid }: Install, killed: number): Promise<void> => {
  const giveUpAt = performance.now() + 60_000
  for (;;) {
    const isReady = await fetch(`http://127.0.0.1:${config.port}/readyz`, {
      signal: AbortSignal.timeout(2_000),
    }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady && databasePid() !== killed) return
    if (performance.now() > giveUpAt) throw new Error('The database did not come back within a minute.')
    await sleep(50)
  }
}

const sent = async ({ sql }: Install): Promise<void> => {
  const giveUpAt = performance.now() + 120_000
  const waiting = async () =>
    (
      await sql<{ waiting: number }>("select count(*)::int as waiting from outgoing_mails where status = 'waiting'")
    )[0]
  while ((await waiting())?.waiting !== 0 && performance.now() < giveUpAt) await sleep(500)
}
