import { stringify } from 'csv-stringify/sync'
import { may } from '#kernel/actor.ts'
import { Download } from '#kernel/download.ts'
import { query } from '#kernel/query.ts'
import { todayOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { type Cells, cellsFor, exportHeaders } from './export-store.ts'
import * as permissions from './permissions.ts'

export const exportContractors = query(contract.exportContractors)({
  allow: (actor) => may(actor, permissions.exportContractors),
  read: async (work, filter) => {
    const { tx, actor } = work
    const today = await todayOf(work)
    // Read to the end here and sent afterwards, so that a slow reader holds no connection to the database.
    const pieces = [stringify([exportHeaders], { bom: true })]
    for await (const rows of cellsFor(actor, tx, { filter, today })) pieces.push(csvOf(rows))
    return new Download({
      fileName: `contractors-${today}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: oneByOne(pieces),
    })
  },
})

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
const csvOf = (rows: readonly Cells[]): string => stringify([...rows], { escape_formulas: true })

async function* oneByOne(pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece)
}
