import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Result } from './campaign.ts'

const project = join(import.meta.dirname, '../..')

/** `docs/promises.md`: written by a whole run and by nobody else, so that every figure in it was measured. */
export const reportOf = (results: readonly Result[], day: string): string => {
  const held = results.filter(({ faults }) => faults.length === 0).length
  return `# Promises

Written by \`npm run prove\`, never by hand: ${held} of ${results.length} promises held on ${day}
with ${versions()}, on ${availableParallelism()} processors.
Every run starts the real server on a data folder of its own and speaks HTTP with it.

${results.map(sectionOf).join('\n')}`
}

const sectionOf = ({ promise, done, counts, faults }: Result): string => `## ${promise}

${done}

| What was counted | |
|---|--:|
${Object.entries(counts)
  .map(([what, count]) => `| ${what} | ${typeof count === 'number' ? inGroups(count) : count} |`)
  .join('\n')}

**${faults.length === 0 ? 'Held.' : 'Did not hold.'}**
${faults.map((fault) => `\n- ${fault}`).join('')}
`

const inGroups = (count: number): string => count.toLocaleString('en')

const Package = z.object({ version: z.string() })
const Server = z.object({ optionalDependencies: z.record(z.string(), z.string()) })

const versions = (): string => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(project, file), 'utf8'))
  const { version } = Package.parse(read('package.json'))
  const [postgres = ''] = Object.values(Server.parse(read('server/package.json')).optionalDependencies)
  return `Muster ${version}, Node ${process.version.slice(1)} and PostgreSQL ${postgres.replace(/-.*/, '')}`
}

/** For the terminal: each promise with its figures, in the order in which it was put to the test. */
export const summaryOf = (results: readonly Result[]): string =>
  results
    .flatMap(({ promise, counts, faults }) => {
      const figures = Object.entries(counts).map(([what, count]) => `    ${what}: ${count}`)
      return [
        `${faults.length === 0 ? 'held ' : 'FAILED'} ${promise}`,
        ...figures,
        ...faults.map((each) => `  ! ${each}`),
      ]
    })
    .join('\n')
