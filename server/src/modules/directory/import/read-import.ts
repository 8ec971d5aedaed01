import { buffer } from 'node:stream/consumers'
import type { Work } from '#kernel/command.ts'
import { contractorsWhoSignIn } from '#modules/access/index.ts'
import { mayChange, tidySkills } from '#modules/directory/contractor.ts'
import { importFileUnreadable } from '#modules/directory/problems.ts'
import { spellingsOf, spellingsSoFar } from '#modules/directory/skills/store.ts'
import { contractorsKnownBy } from '#modules/directory/store.ts'
import type { ImportField } from './contract.ts'
import { guessColumns, isMapped } from './guess-columns.ts'
import { type Planned, planImport } from './plan-import.ts'
import { type ReadRow, readRows } from './read-rows.ts'
import { readTable, type Table } from './read-table.ts'
import { type Encoding, readText } from './read-text.ts'
import { namesForImport } from './store.ts'

export type ImportFile = Readonly<{
  encoding: Encoding
  table: Table
  columns: readonly ImportField[]
  /** None while it is not clear which columns hold the names and the addresses. */
  rows: readonly ReadRow[]
}>

/** The file that came with the request, as a table; columns that nobody has named are guessed. */
export const readImport = async (
  { upload, storage, actor }: Pick<Work, 'upload' | 'storage' | 'actor'>,
  named: readonly ImportField[] | undefined,
): Promise<ImportFile> => {
  if (!upload) throw importFileUnreadable()
  const { text, encoding } = readText(await buffer(storage.open(actor.organizationId, upload.sha256)))
  const table = readTable(text)
  const told = columnsOf(table, named)
  const columns = table.headers.map((_, index) => told[index] ?? 'ignore')
  return { encoding, table, columns, rows: isMapped(columns) ? readRows(table, columns) : [] }
}

const columnsOf = ({ headers }: Table, named: readonly ImportField[] | undefined): readonly ImportField[] =>
  named ?? guessColumns(headers)

type Purpose = Readonly<{
  country: string | undefined
  /** To look only, or to import: then the contractors are held and the catalogue learns new skills. */
  toWrite: boolean
}>

/** What an import of this file does, row by row. */
export const planFor = async (
  { tx, actor }: Pick<Work, 'tx' | 'actor'>,
  { rows }: ImportFile,
  { country, toWrite }: Purpose,
): Promise<readonly Planned[]> => {
  if (rows.length === 0) return []
  const names = await namesForImport(tx)
  const skills = tidySkills(rows.flatMap(({ said }) => said.skills ?? []))
  const spellings = await (toWrite ? spellingsOf : spellingsSoFar)(tx, skills)
  const known = await contractorsKnownBy(tx, {
    emails: rows.flatMap(({ said }) => said.email ?? []),
    externalIds: rows.flatMap(({ said }) => said.externalId ?? []),
    hold: toWrite,
  })
  const signIn = await contractorsWhoSignIn(
    tx,
    known.map(({ id }) => id),
  )
  return planImport(
    rows.map((row) => respelled(row, spellings)),
    {
      known,
      names,
      country,
      signsIn: ({ id }) => signIn.has(id),
      mayChange: (contractor) => mayChange(actor, contractor),
    },
  )
}

const respelled = (row: ReadRow, spellings: ReadonlyMap<string, string>): ReadRow => {
  const { skills } = row.said
  if (!skills) return row
  const tidy = tidySkills(skills).map((skill) => spellings.get(skill) ?? skill)
  return { ...row, said: { ...row.said, skills: tidySkills(tidy) } }
}
