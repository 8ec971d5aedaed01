import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { contractorAdded, contractorChanged, contractorsImported } from '#modules/directory/events.ts'
import { ContractorId, ImportId } from '#modules/directory/ids.ts'
import * as permissions from '#modules/directory/permissions.ts'
import { importColumnsUnclear, importHasMistakes } from '#modules/directory/problems.ts'
import * as contract from './contract.ts'
import { isMapped } from './guess-columns.ts'
import { countsOf, isRefused, rowOf } from './import-outcome.ts'
import type { Planned } from './plan-import.ts'
import { type ImportFile, planFor, readImport } from './read-import.ts'
import { insertContractors, saveContractors } from './store.ts'

export const importContractors = command(contract.importContractors)({
  load: async () => undefined,
  allow: (actor) => may(actor, permissions.importContractors),
  prepare: async (ground, _, { columns }) => {
    const file = await readImport(ground, columns)
    if (!isMapped(file.columns)) throw importColumnsUnclear(pointAtColumns)
    return file
  },
  run: async (work, _, { country, badRows }) => {
    const { tx, now, newId, prepared: file } = work
    const plan = await planFor(work, file, { country, toWrite: true })
    if (badRows === 'stop') refuseMistakes(plan, file)
    const added = plan.flatMap((row) =>
      row.outcome === 'new' ? [{ ...row.contractor, id: newId(ContractorId) }] : [],
    )
    const changed = plan.flatMap((row) => (row.outcome === 'changed' ? [row] : []))
    await insertContractors(tx, added, now)
    await saveContractors(
      tx,
      changed.map(({ after }) => after),
      now,
    )
    const importId = newId(ImportId)
    const counts = countsOf(plan)
    return {
      result: { importId, counts, refused: plan.filter(isRefused).map((row) => rowOf(row, file)) },
      events: [
        contractorsImported({ importId, ...countedIn(counts) }),
        ...added.map(({ id: contractorId, displayName }) => contractorAdded({ contractorId, displayName })),
        ...changed.map(({ after: { id: contractorId, displayName }, fields }) =>
          contractorChanged({ contractorId, displayName, fields: [...fields] }),
        ),
      ],
    }
  },
})

const pointAtColumns = {
  errors: [{ pointer: '#/columns', detail: 'Say which columns hold the names and the e-mail addresses.' }],
}

const countedIn = ({ new: added, ...others }: contract.ImportCounts) => ({ added, ...others })

/** All or nothing: the first hundred mistakes are enough to mend a file by. */
const refuseMistakes = (plan: readonly Planned[], file: ImportFile): void => {
  const refused = plan.filter(isRefused).map((row) => rowOf(row, file))
  if (refused.length === 0) return
  const errors = refused.flatMap(({ row, errors: mistakes }) =>
    mistakes.map(({ column, detail }) => ({ pointer: `#/rows/${row}`, detail: `Row ${row}, ${column}: ${detail}` })),
  )
  throw importHasMistakes({ refused: refused.length, errors: errors.slice(0, 100) })
}
