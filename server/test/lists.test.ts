import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { handlers } from '../src/app.ts'

type Shape = Readonly<{ properties?: Readonly<Record<string, unknown>> }>

const fieldsOf = ({ output }: Endpoint): readonly string[] => {
  const shape = z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }) as Shape
  return Object.keys(shape.properties ?? {})
}

/** Lists that cannot have more than they answer, and why. */
const wholeByConstruction: Readonly<Record<string, string>> = {
  'directory.list-rates': 'Every rate of one contractor, read with the contractor; nothing is left out.',
  'directory.list-skills': 'Suggestions for what is being typed, not a list of what there is.',
  'invoices.sum': 'One line for each currency.',
  'onboarding.count': 'One line for each state.',
  'organizations.list-modules': 'The modules of the product.',
  'payments.sum-payables': 'One line for each legal entity and currency, summed over all that is owed.',
}

test('every list has pages, says whether it was cut, or cannot have more than it answers', () => {
  const lists = handlers.map(({ endpoint }) => endpoint).filter((endpoint) => fieldsOf(endpoint).includes('items'))
  const silent = lists.filter((endpoint) => !['next', 'isCut'].some((field) => fieldsOf(endpoint).includes(field)))
  console.info(`${lists.length} lists: ${lists.length - silent.length} paged or saying that they were cut.`)

  expect(silent.map(({ name }) => name).sort()).toEqual(Object.keys(wholeByConstruction).sort())
})

test('an answer that is cut has its sums made where all of it is', () => {
  const cut = handlers
    .map(({ endpoint }) => endpoint)
    .filter((endpoint) => fieldsOf(endpoint).includes('isCut') && !fieldsOf(endpoint).includes('items'))

  expect(cut.filter((endpoint) => !fieldsOf(endpoint).includes('totals')).map(({ name }) => name)).toEqual([])
})

/** Where the web adds something up, and why it is no total of a page. */
const sumsInTheBrowser: Readonly<Record<string, string>> = {
  'app/WaitingMenu.tsx': 'The numbers beside the pages, one for each.',
  'modules/home/weekOf.ts':
    'The payables of one week, asked for by their due day; the page says when there are more.',
  'modules/invoices/typedTotals.ts': 'The lines of the invoice that is being typed.',
  'modules/invoices/useInvoicesToDecide.ts': 'The server’s sums, one for each currency.',
  'modules/onboarding/FlowEditor.tsx': 'The stages of the flow that is being written.',
  'modules/onboarding/OnboardingBoardPage.tsx': 'The server’s counts, one for each state.',
  'modules/payments/sumsOf.ts': 'The payables of a day whose rows are all loaded; the last day of a page has no sum.',
  'modules/reports/spendTable.ts':
    'The months of a row, all of which are answered; what all came to is the server’s.',
  'theme.ts': 'Shades of a colour.',
  'ui/PersonName.tsx': 'A hue out of the letters of a name.',
  'ui/dataTable/TableRows.tsx': 'Widths of columns.',
}

test('the web makes no total of a page', () => {
  const root = join(import.meta.dirname, '../../web/src')
  const adding = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => /\.reduce\(|\bsumOf\(/.test(readFileSync(join(root, file), 'utf8')))

  expect(adding.sort()).toEqual(Object.keys(sumsInTheBrowser).sort())
})
