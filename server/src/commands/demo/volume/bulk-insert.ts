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
 */
export const bulkInsert = async <T extends Table>(tx: Tx, table: T, rows: readonly Row<T>[]): Promise<void> => {
  const columns = Object.keys(table.columns) as (keyof T['columns'])[]
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch)
    const values = columns.map((column) =>
      arrayText(
        table.columns[column],
        some.map((row) => row[column] ?? null),
      ),
    )
    await tx.named({ name: `volume.${table.name}`, text: textOf(table) }, [tx.organizationId, ...values])
  }
}

const batch = 5_000

/** An array as PostgreSQL reads it (manual, 8.15.2). Numbers, ids, days and instants need no quotes around them. */
const arrayText = (kind: Kind, cells: readonly Cell[]): string => {
  const written = ['text', 'jsonb', 'uuid[]', 'text[]'].includes(kind) ? quoted : plain
  return `{${cells.map((cell) => (cell === null ? 'NULL' : written(cell))).join(',')}}`
}

const plain = (cell: Cell): string => (cell instanceof Date ? cell.toISOString() : String(cell))
const quoted = (cell: Cell): string => `"${String(cell).replaceAll(/["\\]/g, '\\$&')}"`

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
