import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as permissions from '#modules/directory/permissions.ts'
import * as contract from './contract.ts'
import { isMapped } from './guess-columns.ts'
import { countsOf, isRefused, rowOf } from './import-outcome.ts'
import { planFor, readImport } from './read-import.ts'

export const previewImport = query(contract.previewImport)({
  allow: (actor) => may(actor, permissions.importContractors),
  read: async (work, { columns, country }) => {
    const file = await readImport(work, columns)
    const plan = await planFor(work, file, { country, toWrite: false })
    const shown = [...plan.filter(isRefused).slice(0, 500), ...plan.filter((row) => !isRefused(row)).slice(0, 500)]
    const { headers, rows, delimiter } = file.table
    return {
      encoding: file.encoding,
      delimiter,
      columns: headers.map((header, index) => ({
        header,
        field: file.columns[index] ?? 'ignore',
        samples: rows.slice(0, 3).map(({ cells }) => cells[index] ?? ''),
      })),
      isMapped: isMapped(file.columns),
      counts: countsOf(plan),
      rows: shown.map((planned) => rowOf(planned, file)),
    }
  },
})
