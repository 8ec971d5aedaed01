import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { CannotStart } from '#kernel/cannot-start.ts'
import type { Table } from './catalogue.ts'
import { type BackedUpTable, rowsOf } from './manifest.ts'

const listOf = (columns: readonly string[]): string => columns.map((name) => pg.escapeIdentifier(name)).join(', ')

/** Writes what a table holds to its file, as seen by this transaction. */
export const copyOut = async (
  client: pg.Client,
  folder: string,
  { name, columns }: Table,
): Promise<BackedUpTable> => {
  const rows = client.query(to(`copy (select ${listOf(columns)} from ${name}) to stdout`))
  const hash = createHash('sha256')
  const file = createWriteStream(rowsOf(folder, name), { mode: 0o600, flush: true })
  await pipeline(rows, passing(hash), createZstdCompress(), file)
  return { name, columns: [...columns], rows: rows.rowCount ?? 0, sha256: hash.digest('hex') }
}

/** The way back. What was damaged on the way is refused. */
export const copyIn = async (client: pg.Client, folder: string, table: BackedUpTable): Promise<void> => {
  const { name, columns, rows, sha256 } = table
  await client.query(`delete from ${name}`)
  const target = client.query(from(`copy ${name} (${listOf(columns)}) from stdin`))
  const hash = createHash('sha256')
  await pipeline(createReadStream(rowsOf(folder, name)), createZstdDecompress(), passing(hash), target).catch(
    (refusal: unknown) => {
      throw new CannotStart(`The rows of ${name} in the backup cannot be read back.`, refusal)
    },
  )
  if (hash.digest('hex') !== sha256 || target.rowCount !== rows)
    throw new CannotStart(`The rows of ${name} in the backup are not those that were written to it.`)
}

const passing = (hash: ReturnType<typeof createHash>): Transform =>
  new Transform({
    transform: (piece: Buffer, _, done) => {
      hash.update(piece)
      done(null, piece)
    },
  })
