import { z } from 'zod'
import {
  type ContractorPlacement,
  type ContractorProfile,
  ExternalId,
  profileFields,
} from '#modules/directory/profile.ts'
import type { ImportField } from './contract.ts'
import { countryOf } from './country-of.ts'
import type { Table } from './read-table.ts'

/** What a row says about a contractor: only what it has a cell for. A blank cell says nothing. */
export type Said = Readonly<Partial<ContractorProfile & ContractorPlacement>>
export type Mistake = Readonly<{ field: string; detail: string }>
export type ReadRow = Readonly<{
  row: number
  /** The name and the address as they stand there, right or wrong, to recognise the row by. */
  written: Readonly<{ displayName: string; email: string }>
  said: Said
  mistakes: readonly Mistake[]
  /** Names still to be looked up, which needs the database. */
  type: string | undefined
  department: string | undefined
}>

export const readRows = (table: Table, columns: readonly ImportField[]): readonly ReadRow[] =>
  table.rows.map(({ row, cells }) => {
    const written = writtenIn(cells, columns)
    const { said, mistakes } = read(written)
    const surplus = cells.slice(table.headers.length).some((cell) => cell !== '')
    return {
      row,
      written: { displayName: nameIn(written), email: written.email ?? '' },
      said,
      mistakes: surplus ? [...mistakes, moreCellsThanHeaders] : mistakes,
      type: written.type,
      department: written.department,
    }
  })

const moreCellsThanHeaders = { field: '', detail: 'This row has more cells than there are headers.' }

type Written = Readonly<Partial<Record<ImportField, string>>>

/** Our own export puts an apostrophe before what a spreadsheet would take for a formula; it is no part of the value. */
const writtenIn = (cells: readonly string[], columns: readonly ImportField[]): Written =>
  Object.fromEntries(
    columns.flatMap((field, index) => {
      const cell = (cells[index] ?? '').replace(/^'(?=[=+\-@])/, '')
      return field === 'ignore' || cell === '' ? [] : [[field, cell]]
    }),
  )

/** In East Asia the family name comes first and no blank between. */
const nameIn = ({ displayName, firstName = '', lastName = '' }: Written): string => {
  if (displayName !== undefined) return displayName
  return eastAsian.test(firstName) && eastAsian.test(lastName)
    ? `${lastName}${firstName}`
    : `${firstName} ${lastName}`.trim()
}
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u

const Profile = z.object({ ...profileFields, externalId: ExternalId }).exactPartial()

const read = (written: Written): Pick<ReadRow, 'said' | 'mistakes'> => {
  const displayName = nameIn(written)
  const country = written.country && (countryOf(written.country) ?? written.country)
  const skills = written.skills?.split(/[;,|\n]/).filter((skill) => skill.trim() !== '')
  const profile = Profile.safeParse({
    ...written,
    ...present({ displayName: displayName || undefined, country, skills }),
  })
  return { said: profile.data ?? {}, mistakes: (profile.error?.issues ?? []).map(mistakeOf) }
}

const present = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const mistakeOf = ({ path: [field = ''], message }: z.core.$ZodIssue): Mistake =>
  field === 'country' ? unknownCountry : { field: String(field), detail: message }

const unknownCountry = { field: 'country', detail: 'Write the country by its name or its two-letter code.' }
