import type { Tx } from '#kernel/db.ts'
import { invalidInput } from '#kernel/problem.ts'
import { departmentArchived } from './problems.ts'
import { departmentsHeld } from './store.ts'

type One = Readonly<{ before: string | null; after: string | null }>
type Several = Readonly<{ before: readonly string[]; after: readonly string[] }>

/** Whoever has an archived department keeps it; nobody is given one any more. What is given stays in use until the commit. */
export const holdDepartmentInUse = async (tx: Tx, { before, after }: One): Promise<void> => {
  if (after !== null && after !== before) refuseArchived(await departmentsHeld(tx, [after]), '#/departmentId')
}

/** The same for somebody who is limited to several, which no foreign key can look up. */
export const holdDepartmentsInUse = async (tx: Tx, { before, after }: Several): Promise<void> => {
  const given = new Set(after.filter((departmentId) => !before.includes(departmentId)))
  if (given.size === 0) return
  const held = await departmentsHeld(tx, [...given])
  if (held.length < given.size) throw invalidInput({ errors: [noSuchDepartment] })
  refuseArchived(held, '#/departmentIds')
}

const noSuchDepartment = { pointer: '#/departmentIds', detail: 'One of these departments does not exist.' }

const refuseArchived = (held: Awaited<ReturnType<typeof departmentsHeld>>, pointer: string): void => {
  const names = held.filter(({ archived }) => archived).map(({ name }) => name)
  if (names.length === 0) return
  throw departmentArchived({ errors: [{ pointer, detail: `Archived: ${names.join(', ')}. Choose another.` }] })
}
