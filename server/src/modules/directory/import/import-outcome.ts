import type { ImportCounts, ImportRow } from './contract.ts'
import type { Planned } from './plan-import.ts'
import type { ImportFile } from './read-import.ts'

export const countsOf = (plan: readonly Planned[]): ImportCounts => {
  const how = (outcome: Planned['outcome']) => plan.filter((row) => row.outcome === outcome).length
  return { new: how('new'), changed: how('changed'), unchanged: how('unchanged'), refused: how('refused') }
}

export const isRefused = ({ outcome }: Planned): boolean => outcome === 'refused'

/** A row as it is shown. Mistakes name the column by its header in the file. */
export const rowOf = (planned: Planned, file: ImportFile): ImportRow => ({
  row: planned.row,
  outcome: planned.outcome,
  ...planned.written,
  contractorId: 'before' in planned ? planned.before.id : null,
  fields: planned.outcome === 'changed' ? [...planned.fields] : [],
  errors:
    planned.outcome === 'refused'
      ? planned.mistakes.map(({ field, detail }) => ({ column: headerOf(field, file), detail }))
      : [],
})

const headerOf = (field: string, { table, columns }: ImportFile): string =>
  table.headers[columns.findIndex((column) => about[column]?.includes(field) ?? column === field)] ?? ''

const about: Readonly<Partial<Record<ImportFile['columns'][number], readonly string[]>>> = {
  firstName: ['displayName'],
  lastName: ['displayName'],
  type: ['typeId'],
  department: ['departmentId'],
}
