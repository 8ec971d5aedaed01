import type { Tx } from '#kernel/db.ts'
import { departmentArchived } from './problems.ts'
import { holdArchivedDepartments } from './store.ts'

type One = Readonly<{ before: string | null; after: string | null }>
type Several = Readonly<{ before: readonly string[]; after: readonly string[] }>

/** Whoever has an archived department keeps it; nobody is given one any more. What is given stays in use until the commit. */
export const holdDepartmentInUse = async (tx: Tx, { before, after }: One): Promise<void> => {
  if (after !== null && after !== before) await refuseArchived(tx, [after], '#/departmentId')
}

/** The same for somebody who is limited to several. */
export const holdDepartmentsInUse = async (tx: Tx, { before, after }: Several): Promise<void> => {
  const given = after.filter((departmentId) => !before.includes(departmentId))
  if (given.length > 0) await refuseArchived(tx, given, '#/departmentIds')
}

const refuseArchived = async (tx: Tx, given: readonly string[], pointer: string): Promise<void> => {
  const names = await holdArchivedDepartments(tx, given)
  if (names.length === 0) return
  throw departmentArchived({ errors: [{ pointer, detail: `Archived: ${names.join(', ')}. Choose another.` }] })
}
