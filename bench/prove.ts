import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Campaign, Result } from './campaigns/campaign.ts'
import { faults } from './campaigns/faults.ts'
import { moneyOnce } from './campaigns/money-once.ts'
import { noWriteLost } from './campaigns/no-write-lost.ts'
import { reportOf, summaryOf } from './campaigns/report.ts'

const campaigns: readonly Campaign[] = [moneyOnce(), noWriteLost(), faults]

const help = `npm run prove -- …

  (nothing)          all campaigns at full length; writes docs/promises.md
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

/** Puts the promises to the test, and says how it went; only a whole run is written down. */
const main = async (): Promise<number> => {
  const { chosen, rounds, seed } = readWish()
  const say = (line: string) => void process.stdout.write(`  ${line}\n`)
  const results: Result[] = []
  for (const { name, run } of chosen) {
    process.stdout.write(`${name}\n`)
    const wish = { seed, say, ...(rounds === undefined ? {} : { rounds }) }
    results.push(...(await run(wish).catch((failure: unknown) => [broken(name, failure)])))
  }
  process.stdout.write(`\n${summaryOf(results)}\n`)
  if (rounds === undefined && chosen.length === campaigns.length) {
    const day = new Date().toISOString().slice(0, 10)
    writeFileSync(join(import.meta.dirname, '../docs/promises.md'), reportOf(results, day))
  }
  return results.every(({ faults }) => faults.length === 0) ? 0 : 1
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
