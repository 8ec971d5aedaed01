import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'

const samples = resolve(import.meta.dirname, '../src/modules/e-invoices/samples')

/** One invoice from Priya Raman to Northwind with everything an e-invoice can say, in both syntaxes. */
export const ubl = readFileSync(resolve(samples, 'northwind-ubl.xml'), 'utf8')
export const cii = readFileSync(resolve(samples, 'northwind-cii.xml'), 'utf8')

/** A sample with one place changed; a test that changes nothing would prove nothing. */
export const changed = (xml: string, from: string | RegExp, to: string): string => {
  const other = xml.replace(from, to)
  if (other === xml) throw new Error(`The sample has no ${from}.`)
  return other
}

type Refused = Readonly<{ pointer: string; term: string; place: string; says: RegExp }>

/** Matches the Problem of an e-invoice with exactly these findings. */
export const refusedWith = (slug: string, ...errors: readonly Refused[]) =>
  expect.objectContaining({
    slug,
    extras: { errors: errors.map(({ says, ...error }) => ({ ...error, detail: expect.stringMatching(says) })) },
  })
