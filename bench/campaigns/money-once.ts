import { setTimeout as sleep } from 'node:timers/promises'
import { randomFrom } from '#server/commands/demo/random.ts'
import { bankFaults } from './bank.ts'
import { type Caller, createCaller } from './caller.ts'
import { type Campaign, faultsOf } from './campaign.ts'
import { foundNorthwind } from './company.ts'
import { type Install, makeInstall } from './install.ts'
import { type Killer, startKiller } from './killer.ts'
import { answersDiffer, doneTwice, missingFromJournal, moneyFaults } from './money-checks.ts'
import { type BankFile, playRound } from './money-round.ts'

/** A whole run goes on until so many requests were sent. */
const wholeRun = 10_000

/** Ten thousand racing and repeated requests to approve and to pay, with the server killed in between. */
export const moneyOnce = (contractors = 16): Campaign => ({
  name: 'money-once',
  run: async ({ rounds, seed, say }) => {
    const chance = randomFrom(seed)
    const install = await makeInstall()
    const caller = createCaller(install.config.port)
    let killer: Killer | undefined
    try {
      say(`Founding Northwind with ${contractors} contractors at work …`)
      const company = await foundNorthwind(install.config, contractors)
      const server = install.start()
      await server.ready
      await caller.signIn([...Object.values(company.members), ...company.atWork.map(({ login }) => login)])
      const answers = () => Object.values(caller.tally.byStatus).reduce((sum, times) => sum + times, 0)
      const all = contractors * 20
      killer = startKiller(install, server, {
        answers,
        least: Math.ceil(all / 4),
        most: Math.ceil(all * 1.5),
        chance,
      })
      const stage = { company, caller, chance, deliver: () => delivered(install) }
      const files: BankFile[] = []
      let played = 0
      while (rounds === undefined ? caller.tally.requests < wholeRun : played < rounds) {
        played += 1
        files.push(...(await playRound(stage, played)))
        say(`Round ${played}: ${caller.tally.requests} requests, ${killer.kills()} kills`)
      }
      await killer.end()
      await delivered(install)
      const faults = await allFaults(install, caller, files)
      return [
        { promise, done, counts: { rounds: played, ...(await countsOf(install, caller, killer)), seed }, faults },
      ]
    } finally {
      caller.close()
      await killer?.end().then((server) => server.stop())
      await install.remove()
    }
  },
})

const promise = 'Money moves once'
const done =
  'Several people and connections ask for the same draft, submission, decision, run, lock, approval, release, ' +
  'settlement and return at once, under the same and under other keys, and repeat what got lost, while the ' +
  'server is killed (kill -9) and started again.'

const allFaults = async (
  install: Install,
  caller: Caller,
  files: readonly BankFile[],
): Promise<readonly string[]> => {
  await replay(caller)
  return faultsOf(
    await moneyFaults(install),
    await bankFaults(install, files),
    doneTwice(caller.acknowledged),
    answersDiffer(caller.acknowledged),
    await missingFromJournal(install, caller.acknowledged),
    unexpected(caller),
    await auditFaults(install),
  )
}

/** Waits until nothing that follows is left to be done. */
export const delivered = async ({ sql }: Install): Promise<void> => {
  const giveUpAt = performance.now() + 120_000
  for (;;) {
    const [row] = await sql<{ left: number }>(
      'select count(*)::int as left from deliveries where parked_at is null',
    ).catch(() => [{ left: 1 }])
    if (row?.left === 0) return
    if (performance.now() > giveUpAt)
      throw new Error(`After two minutes ${row?.left} deliveries are still to be made.`)
    await sleep(100)
  }
}

const longestReplay = 600

/** Asks again for what was acknowledged, most of it before several kills: the same keys must give the same answers. */
const replay = async (caller: Caller): Promise<void> => {
  const step = Math.max(1, Math.floor(caller.acknowledged.length / longestReplay))
  const chosen = caller.acknowledged.filter((_, at) => at % step === 0)
  await Promise.all(chosen.map((ask) => caller.insist(ask)))
}

/** Whatever happens, the answer is one of these; a 500 is a defect of ours. */
const unexpected = ({ tally }: Caller): readonly string[] =>
  Object.entries(tally.byStatus)
    .filter(([status]) => !['200', '403', '409', '422', '503'].includes(status))
    .map(([status, times]) => `${times} requests were answered with ${status}.`)

export const auditFaults = async (install: Install): Promise<readonly string[]> => {
  const { code, said } = await install.muster('verify', 'audit')
  return code === 0 ? [] : [`muster verify audit: ${said}`]
}

export const tallyOf = ({ tally, acknowledged }: Caller) => ({
  requests: tally.requests,
  'connections lost before the answer': tally.lost,
  acknowledged: acknowledged.length,
})

const countsOf = async ({ sql }: Install, caller: Caller, killer: Killer) => {
  const [row] = await sql<Record<string, number>>(
    `select (select count(*)::int from invoices where approved_at is not null) as "invoices approved",
      (select count(*)::int from payments where sent_at is not null) as "payments sent",
      (select count(*)::int from ledger_entries) as "ledger entries",
      (select count(*)::int from journal) as "facts in the journal"`,
  )
  return {
    kills: killer.kills(),
    'slowest start after a kill, ms': killer.slowestStartMs(),
    ...tallyOf(caller),
    ...row,
  }
}
