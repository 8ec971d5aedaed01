import { stringify } from 'csv-stringify/sync'
import { may } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { Download, type LookAgain } from '#kernel/download.ts'
import { query } from '#kernel/query.ts'
import { todayOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { type Cells, cellsOf, exportHeaders, idsFor } from './export-store.ts'
import * as permissions from './permissions.ts'

const rowsAtOnce = 1_000

export const exportContractors = query(contract.exportContractors)({
  allow: (actor) => may(actor, permissions.exportContractors),
  read: async (work, filter) => {
    const today = await todayOf(work)
    const ids = await idsFor(work.actor, work.tx, filter)
    return new Download({
      fileName: `contractors-${today}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: (lookAgain) => sheet(lookAgain, ids, may(work.actor, permissions.readRates) ? today : null),
    })
  },
})

/** Who is in the list is settled at once; their rows are read as they are sent, so that no list fills the memory. */
async function* sheet(
  lookAgain: LookAgain,
  ids: readonly string[],
  ratesOn: PlainDate | null,
): AsyncGenerator<string> {
  yield stringify([exportHeaders], { bom: true })
  for (let start = 0; start < ids.length; start += rowsAtOnce) {
    yield csvOf(await lookAgain(({ tx }) => cellsOf(tx, ids.slice(start, start + rowsAtOnce), ratesOn)))
  }
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
const csvOf = (rows: readonly Cells[]): string => stringify([...rows], { escape_formulas: true })
