import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Campaign, Result } from './campaigns/campaign.ts'
import { faults } from './campaigns/faults.ts'
import { moneyOnce } from './campaigns/money-once.ts'
import { noDefect } from './campaigns/no-defect.ts'
import { noWriteLost } from './campaigns/no-write-lost.ts'
import { reportOf, summaryOf } from './campaigns/report.ts'

const campaigns: readonly Campaign[] = [moneyOnce(), noWriteLost(), faults, noDefect()]

const help = `npm run prove -- …

  (nothing)          all campaigns at full length, each written to docs/promises.md
  --only NAME        one of ${campaigns.map(({ name }) => name).join(', ')}
  --rounds N         as many rounds of each
  --seed N           the chance of an earlier run again
`

const readWish = () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rounds: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
  const chosen = campaigns.filter(({ name }) => values.only === undefined || name === values.only)
  const isUnderstood = chosen.length > 0 && (rounds === undefined || (Number.isSafeInteger(rounds) && rounds > 0))
  if (values.help || !isUnderstood) {
    process.stdout.write(help)
    process.exit(isUnderstood ? 0 : 1)
  }
  return { chosen, rounds, seed: Number(values.seed ?? Math.floor(performance.timeOrigin % 1_000_000)) }
}

const report = join(import.meta.dirname, '../docs/promises.md')

/** Puts the promises to the test, and says how it went; only what had its full length is written down. */
const main = async (): Promise<number> => {
  const { chosen, rounds, seed } = readWish()
  const say = (line: string) => void process.stdout.write(`  ${line}\n`)
  let isAllHeld = true
  for (const { name, run } of chosen) {
    process.stdout.write(`${name}\n`)
    const wish = { seed, say, ...(rounds === undefined ? {} : { rounds }) }
    const results = await run(wish).catch((failure: unknown) => [broken(name, failure)])
    process.stdout.write(`\n${summaryOf(results)}\n\n`)
    if (rounds === undefined) writeDown(name, results)
    isAllHeld &&= results.every(({ faults: found }) => found.length === 0)
  }
  return isAllHeld ? 0 : 1
}

const writeDown = (campaign: string, results: readonly Result[]): void => {
  const before = existsSync(report) ? readFileSync(report, 'utf8') : ''
  writeFileSync(report, reportOf(before, campaign, results, new Date().toISOString().slice(0, 10)))
}

/** A campaign that could not go on proves nothing: the others still have their say, and the whole has failed. */
const broken = (name: string, failure: unknown): Result => ({
  promise: `The campaign ${name} comes to its end`,
  done: 'It broke off.',
  counts: {},
  faults: [failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)],
})

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.stack : failure}\n`)
    process.exit(1)
  },
)
