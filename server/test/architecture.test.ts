import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Bottom to top. A module may know only the modules before it, and only by these doors. */
const order = [
  'organizations',
  'access',
  'files',
  'approvals',
  'directory',
  'payees',
  'agreements',
  'compliance',
  'classification',
  'tax',
  'onboarding',
  'work',
  'time',
  'e-invoices',
  'invoices',
  'payments',
  'filings',
  'suppliers',
  'reports',
  'messaging',
  'background',
  'integrations',
  'audit',
]
/** A large module lays its contract out by parts, so that nobody takes in all of it for one word. */
const doors = /^(([a-z-]+\/)?contract|index|views)\.ts$/
const source = join(import.meta.dirname, '../src')
const imports =
  /(?:import|export)\s+(?<type>type\s)?[^';]*?from\s*'(?<path>[^']+)'|(?<![\w/-])import\s*\(?\s*'(?<bare>[^']+)'/g

const complaint = (file: string, path: string, isType: boolean): string | undefined => {
  const [area, home = ''] = file.split('/')
  const [, target, door = ''] = path.match(/^#modules\/([^/]+)\/(.+)$/) ?? []
  if (path.startsWith('../') && area !== undefined && ['kernel', 'modules'].includes(area)) {
    return 'leaves its folder; write #kernel or #modules'
  }
  if (/(^|\/)tables\.ts$/.test(path) && !isType && !/(^|-|\/)store\.ts$/.test(file)) {
    return 'only store.ts may touch the tables'
  }
  if (target === undefined || target === home || (area !== 'kernel' && area !== 'modules')) return undefined
  if (area === 'kernel') return `the kernel knows no module, not even ${target}`
  if (!order.includes(target)) return `${target} has no place in the order`
  if (order.indexOf(target) > order.indexOf(home)) return `${home} may not know ${target}`
  return doors.test(door) ? undefined : `${target}/${door} is private`
}

const complaints = (file: string, text: string): string[] =>
  [...text.matchAll(imports)].flatMap(({ groups: { type, path, bare } = {} }) => {
    const found = complaint(file, path ?? bare ?? '', type !== undefined)
    return found === undefined ? [] : [`${file}: ${found}`]
  })

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const production = files.filter((file) => !/\.(test|types)\.ts$/.test(file))
const read = (file: string) => readFileSync(join(source, file), 'utf8')

test('modules depend downwards and through their doors', () => {
  expect(production.flatMap((file) => complaints(file, read(file)))).toEqual([])
})

test.each([
  ['modules/directory/x.ts', "import { a } from '#modules/invoices/index.ts'"],
  ['modules/payments/x.ts', "import { a } from '#modules/invoices/store.ts'"],
  ['modules/payments/x.ts', "import { a } from '#modules/invoices/e-invoice/index.ts'"],
  ['modules/payments/x.ts', "import '#modules/unheard-of/index.ts'"],
  ['modules/payments/x.ts', "const a = await import('#modules/invoices/tables.ts')"],
  ['modules/invoices/x.ts', "import { invoices } from './tables.ts'"],
  ['modules/invoices/x.ts', "export * from '../payments/store.ts'"],
  ['kernel/x.ts', "import type { A } from '#modules/invoices/index.ts'"],
])('the check of directions bites: %s %s', (file, text) => {
  expect(complaints(file, text)).toHaveLength(1)
})

const web = join(import.meta.dirname, '../../web/src')
const webFiles = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
const webCode = webFiles.filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('test/'))
const readWeb = (file: string) => readFileSync(join(web, file), 'utf8')

/** What both sides reckon with: values and shapes, and nothing that only a server has. */
const pure = ['blocker', 'currency', 'dates', 'endpoint', 'file-answer', 'ids', 'money', 'page', 'problem']
const roadsOut = new RegExp(`^#(web/.+|modules/[a-z]+/([a-z-]+/)?contract\\.ts|kernel/(${pure.join('|')})\\.ts)$`)

const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(imports)].flatMap(({ groups: { type, path, bare } = {} }) => (type ? [] : [path ?? bare ?? '']))
const strays = (text: string): readonly string[] =>
  pathsIn(text).filter((path) => (path.startsWith('#') && !roadsOut.test(path)) || path.includes('/server/'))

test('the web knows contracts and pure values of the server, and nothing behind them', () => {
  expect(webCode.flatMap((file) => strays(readWeb(file)).map((path) => `${file}: ${path}`))).toEqual([])
})

test.each([
  "import { approve } from '#modules/invoices/invoice.ts'",
  "import { db } from '#kernel/db.ts'",
  "import { a } from '#modules/invoices/index.ts'",
  "import { a } from '../../server/src/app.ts'",
])('the check of what the web knows bites: %s', (text) => {
  expect(strays(text)).toHaveLength(1)
})

const webModule = (path: string): string | undefined => /^(?:#web\/)?modules\/([a-z]+)\//.exec(path)?.[1]

/** Which module of the web knows which, as long as it is not by way of `app`, which composes them. */
const acquaintances = (
  sources: readonly (readonly [file: string, text: string])[],
): ReadonlyMap<string, Set<string>> => {
  const known = new Map<string, Set<string>>()
  for (const [file, text] of sources) {
    const home = webModule(file)
    if (home === undefined) continue
    const others = pathsIn(text).flatMap((path) => webModule(path) ?? [])
    known.set(home, new Set([...(known.get(home) ?? []), ...others.filter((other) => other !== home)]))
  }
  return known
}

/** The modules that come back to themselves by way of those they know. */
const circles = (known: ReadonlyMap<string, Set<string>>): readonly string[] => {
  const reaches = (from: string, sought: string, seen: Set<string>): boolean =>
    [...(known.get(from) ?? [])].some((next) => {
      if (next === sought) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, sought, seen)
    })
  return [...known.keys()].filter((module) => reaches(module, module, new Set())).sort()
}

test('the modules of the web do not know each other in circles', () => {
  expect(circles(acquaintances(webCode.map((file) => [file, readWeb(file)])))).toEqual([])
})

test('the check of circles bites', () => {
  const known = acquaintances([
    ['modules/work/A.tsx', "import { b } from '#web/modules/invoices/B.tsx'"],
    ['modules/invoices/B.tsx', "const c = () => import('#web/modules/payments/C.tsx')"],
    ['modules/payments/C.tsx', "import { a } from '#web/modules/work/A.tsx'"],
    ['modules/tax/D.tsx', "import { a } from '#web/modules/work/A.tsx'"],
  ])

  expect(circles(known)).toEqual(['invoices', 'payments', 'work'])
})

test('whatever a contract brings along runs in a browser', () => {
  const seen = new Set<string>()
  const libraries = new Set<string>()
  const follow = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const path of pathsIn(read(file))) {
      if (path.startsWith('#')) follow(path.slice(1))
      else if (path.startsWith('.')) follow(join(file, '..', path))
      else libraries.add(path)
    }
  }
  for (const path of webCode.flatMap((file) => pathsIn(readWeb(file)))) {
    if (/^#(modules|kernel)\//.test(path)) follow(path.slice(1))
  }

  expect(seen.size).toBeGreaterThan(20)
  expect([...libraries].sort()).toEqual(['ibantools', 'temporal-polyfill', 'zod'])
})

/** Time, chance and ids come from outside, so that tests and the demo can choose them. */
const fromNowhere = /new Date\(\)|Date\.now\(\)|Math\.random\(\)|randomUUID\(\)|randomBytes\(/

test('no module asks the clock or throws dice by itself', () => {
  const culprits = production.filter((file) => file.startsWith('modules/') && fromNowhere.test(code(read(file))))

  expect(culprits).toEqual([])
})

test('only a module that declares tables reaches the database, and only in its stores', () => {
  const culprits = production.filter(
    (file) =>
      file.startsWith('modules/') && /\.withTables<|tx\.named[<(]/.test(code(read(file))) && !/store\.ts$/.test(file),
  )

  expect(culprits).toEqual([])
})

/**
 * A loop over organizations in a module would have none of the care of the worker: one that fails would keep the others
 * from their turn, and nobody would count it. `schedule` is the one way.
 */
const roundsByHand = (file: string, text: string): boolean =>
  file.startsWith('modules/') &&
  (/\.pool\.query|for \(const \w*[oO]rganization\w* of/.test(code(text)) ||
    (/organizations_with_/.test(code(text)) && !/store\.ts$/.test(file)))

test('no module goes from organization to organization by itself', () => {
  expect(production.filter((file) => roundsByHand(file, read(file)))).toEqual([])
})

test.each([
  [
    'modules/files/x.ts',
    "const { rows } = await runtime.db.pool.query('select organization_id from organization_slugs')",
  ],
  ['modules/files/x.ts', "text: 'select organizations_with_forgotten_files($1) as id'"],
  ['modules/files/x.ts', 'for (const organizationId of all) await sweep(organizationId)'],
])('the check of rounds by hand bites: %s %s', (file, text) => {
  expect(roundsByHand(file, text)).toBe(true)
})

test('no file is longer than 300 lines', () => {
  expect(files.filter((file) => read(file).split('\n').length > 301)).toEqual([])
})

test('every decision has a number of its own, and says it', () => {
  const decisions = join(import.meta.dirname, '../../docs/decisions')
  const names = readdirSync(decisions)
  const numbers = names.map((name) => name.slice(0, 4))

  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([])
  for (const name of names)
    expect(readFileSync(join(decisions, name), 'utf8')).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. `))
})

test('there is no drawer for odds and ends', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|services?|misc|common|types)(\/|\.ts$)/.test(file))).toEqual(
    [],
  )
})

const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
