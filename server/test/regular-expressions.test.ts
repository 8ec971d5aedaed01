import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

/**
 * A pattern that can be read in two ways keeps the whole process from answering on a few hundred bytes that suit it. So
 * each one in what is shipped is put to a prover; what it said is kept beside this test, because it takes its time.
 */
const project = join(import.meta.dirname, '../..')
const answers = join(import.meta.dirname, 'regular-expressions.json')
const folders = ['server/src', 'web/src', 'bench', 'bin']

type Found = Readonly<{ place: string; pattern: string; flags: string }>
type Node = Readonly<{
  type?: string
  start?: number
  regex?: Readonly<{ pattern: string; flags: string }>
  callee?: Readonly<{ name?: string }>
}>

const files = folders.flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.\w+$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file)),
)

const walk = (node: unknown, visit: (node: Node) => void): void => {
  if (node === null || typeof node !== 'object') return
  if (!Array.isArray(node)) visit(node as Node)
  for (const part of Object.values(node)) walk(part, visit)
}

const patternsIn = (file: string, text: string) => {
  const literals: Found[] = []
  const built: string[] = []
  const { program } = parseSync(file, text)
  walk(program, ({ type, start = 0, regex, callee }) => {
    const place = `${file}:${text.slice(0, start).split('\n').length}`
    if (regex) literals.push({ place, ...regex })
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') built.push(place)
  })
  return { literals, built }
}

const found = files.map((file) => patternsIn(file, readFileSync(join(project, file), 'utf8')))
const literals = found.flatMap((each) => each.literals)

const proofOf = ({ pattern, flags }: Pick<Found, 'pattern' | 'flags'>): string => {
  const answer = checkSync(pattern, flags, { timeout: 60_000 })
  return answer.status === 'vulnerable' ? answer.complexity.type : answer.status
}

const written = ({ pattern, flags }: Found) => `/${pattern}/${flags}`

test('no pattern in shipped code takes longer than its text is long', { timeout: 300_000 }, async () => {
  const known = JSON.parse(readFileSync(answers, 'utf8')) as Record<string, string>
  const proofs = new Map<string, string>()
  for (const each of literals) {
    const key = written(each)
    if (!proofs.has(key)) proofs.set(key, known[key] ?? proofOf(each))
  }
  const slow = literals.filter((each) => proofs.get(written(each)) !== 'safe')

  expect(slow.map((each) => `${each.place} ${written(each)}: ${proofs.get(written(each))}`)).toEqual([])
  expect(proofs.size).toBeGreaterThan(150)
  const kept = Object.fromEntries([...proofs].sort(([one], [other]) => (one < other ? -1 : 1)))
  await expect(`${JSON.stringify(kept, undefined, 2)}\n`).toMatchFileSnapshot(answers)
})

test('no pattern is put together at run time, where nobody can prove it', () => {
  expect(found.flatMap(({ built }) => built)).toEqual([])
})

test.each([
  ['a comment before the first element', '^(?:<!--[\\s\\S]*?-->|\\s)*<html', 'exponential'],
  ['what stands at the end', '[\\s.]+$', 'polynomial'],
  ['a plain word', '^\\w+$', 'safe'],
])('the prover tells slow patterns from quick ones: %s', (_, pattern, answer) => {
  expect(proofOf({ pattern, flags: '' })).toBe(answer)
})

test('the reader finds literals and what is built', () => {
  const { literals: read, built } = patternsIn(
    'x.ts',
    'const a: RegExp = /a+b/u\nconst b = new RegExp(a)\nRegExp("c")',
  )

  expect(read).toEqual([{ place: 'x.ts:1', pattern: 'a+b', flags: 'u' }])
  expect(built).toEqual(['x.ts:2', 'x.ts:3'])
})
