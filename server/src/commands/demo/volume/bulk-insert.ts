import type { Tx } from '#kernel/db.ts'

type Kind =
  | 'uuid'
  | 'text'
  | 'integer'
  | 'bigint'
  | 'numeric'
  | 'date'
  | 'timestamptz'
  | 'boolean'
  | 'jsonb'
  | 'hex'
  | 'uuid[]'
  | 'text[]'
type Cell = string | number | bigint | boolean | Date | null

/** The columns that a table is filled by, besides its organization. */
export type Table<Columns extends string = string> = Readonly<{
  name: string
  columns: Readonly<Record<Columns, Kind>>
}>
export type Row<T extends Table> = Readonly<Record<keyof T['columns'], Cell>>

/**
 * Writes thousands of rows by one statement, as the application: row security, constraints and triggers look at each of
 * them as they look at a single one. (COPY would be refused: PostgreSQL lets nobody copy into a table behind row security.)
 * All of it is sent before it first waits, so that the database has its hands full while the next rows are made up.
 */
export const bulkInsert = async <T extends Table>(tx: Tx, table: T, rows: readonly Row<T>[]): Promise<void> => {
  const columns = Object.keys(table.columns) as (keyof T['columns'])[]
  const sent: Promise<unknown>[] = []
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch)
    const values = columns.map((column) => arrayText(table.columns[column], some, column))
    sent.push(tx.named({ name: `volume.${table.name}`, text: textOf(table) }, [tx.organizationId, ...values]))
  }
  await Promise.all(sent)
}

const batch = 2_500

/**
 * An array as PostgreSQL reads it (manual, 8.15.2). Numbers, ids, days and instants need no quotes around them; JSON, which
 * holds no bare control character, is quoted as JSON quotes it.
 */
const arrayText = <T extends Table>(kind: Kind, rows: readonly Row<T>[], column: keyof T['columns']): string => {
  const written = kind === 'jsonb' ? JSON.stringify : quotedKinds.has(kind) ? quoted : plain
  let text = ''
  for (const row of rows) {
    const cell = row[column] ?? null
    text += text === '' ? '{' : ','
    text += cell === null ? 'NULL' : written(cell)
  }
  return `${text}}`
}

const quotedKinds: ReadonlySet<Kind> = new Set<Kind>(['text', 'uuid[]', 'text[]'])
const plain = (cell: Cell): string => (cell instanceof Date ? cell.toISOString() : String(cell))
const quoted = (cell: Cell): string => {
  const text = String(cell)
  return `"${needsEscape.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`
}
const needsEscape = /["\\]/

const texts = new Map<string, string>()

const textOf = (table: Table): string => {
  const known = texts.get(table.name)
  if (known) return known
  const columns = Object.entries(table.columns)
  const names = columns.map(([name]) => name)
  const text = `insert into ${table.name} (organization_id, ${names.join(', ')})
    select $1, ${columns.map(([name, kind]) => reads(kind, `r.${name}`)).join(', ')}
    from unnest(${columns.map(([, kind], at) => `$${at + 2}::${carrierOf(kind)}[]`).join(', ')}) as r(${names.join(', ')})`
  texts.set(table.name, text)
  return text
}

/** Lists of lists are torn apart by `unnest`, so that a list travels as its text. */
const carrierOf = (kind: Kind): string => (['jsonb', 'hex', 'uuid[]', 'text[]'].includes(kind) ? 'text' : kind)

const reads = (kind: Kind, column: string): string => {
  if (kind === 'hex') return `decode(${column}, 'hex')`
  return carrierOf(kind) === kind ? column : `${column}::${kind}`
}

/** A list as PostgreSQL writes it. */
export const listText = (values: readonly string[]): string =>
  `{${values.map((value) => JSON.stringify(value)).join(',')}}`
