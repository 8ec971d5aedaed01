import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Result } from './campaign.ts'

const project = join(import.meta.dirname, '../..')

const head = `# Promises

Written by \`npm run prove\`, never by hand: each campaign replaces its own part after a run of full length. Every run starts the
real server on a data folder of its own and speaks HTTP with it.
`

/** `docs/promises.md` with the parts of the campaigns that were run; what others found before stays as it was. */
export const reportOf = (before: string, campaign: string, results: readonly Result[], day: string): string => {
  const parts = new Map(before.split(endMark).slice(0, -1).map(partOf))
  const stamp = `Put to the test on ${day} with ${versions()}, on ${availableParallelism()} processors.`
  parts.set(campaign, results.map((result) => sectionOf(result, stamp)).join('\n'))
  const ordered = [...parts].sort(([one = ''], [other = '']) => other.localeCompare(one))
  return `${head}${ordered.map(([name, part]) => `\n<!-- ${name} -->\n${part}<!-- end -->\n`).join('')}`
}

const endMark = '<!-- end -->'

/** The last thing before an end: the name of a campaign in a mark of its own, and what was written of it. */
const partOf = (text: string): [string, string] => {
  const [, marked = ''] = text.split('<!-- ')
  const [name = '', part = ''] = marked.split(' -->\n')
  return [name, part]
}

const sectionOf = ({ promise, done, counts, faults }: Result, stamp: string): string => `## ${promise}

${done} ${stamp}

| What was counted | |
|---|--:|
${Object.entries(counts)
  .map(([what, count]) => `| ${what} | ${typeof count === 'number' ? inGroups(count) : count} |`)
  .join('\n')}

**${faults.length === 0 ? 'Held.' : 'Did not hold.'}**
${faults.map((fault) => `\n- ${fault.replaceAll('\n', ' ')}`).join('')}
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
