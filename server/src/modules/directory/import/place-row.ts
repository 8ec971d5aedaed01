import type { ContractorPlacement } from '#modules/directory/profile.ts'
import type { Mistake, ReadRow, Said } from './read-rows.ts'

type Place<Id> = Readonly<{ id: Id; archived: boolean }>
/** By small letters. One of a name is in use at most, and any number are archived. */
type Places<Id> = ReadonlyMap<string, readonly Place<Id>[]>

/** What the names in a file stand for. */
export type Names = Readonly<{
  types: Places<NonNullable<ContractorPlacement['typeId']>>
  departments: Places<NonNullable<ContractorPlacement['departmentId']>>
}>

type Placed = Readonly<{ said: Said; mistakes: readonly Mistake[] }>

/** What a row says with its type and department looked up. Whoever has an archived one keeps it; nobody is given it. */
export const placeRow = (
  row: ReadRow,
  { types, departments }: Names,
  before: ContractorPlacement | undefined,
): Placed => {
  const type = placed(row.type, types, { ...typeIds, kept: before?.typeId })
  const department = placed(row.department, departments, { ...departmentIds, kept: before?.departmentId })
  return {
    said: { ...row.said, ...type.said, ...department.said },
    mistakes: [...row.mistakes, ...type.mistakes, ...department.mistakes],
  }
}

const typeIds = {
  field: 'typeId',
  unknown: 'There is no contractor type of this name.',
  archived: 'This contractor type is no longer in use.',
}
const departmentIds = {
  field: 'departmentId',
  unknown: 'There is no such department.',
  archived: 'This department is archived.',
}

type Wanted<Id> = typeof typeIds & Readonly<{ kept: Id | null | undefined }>

const placed = <Id>(
  name: string | undefined,
  places: Places<Id>,
  { field, kept, ...details }: Wanted<Id>,
): Placed => {
  if (name === undefined) return { said: {}, mistakes: [] }
  const known = places.get(name.toLowerCase()) ?? []
  const place = known.find(({ id }) => id === kept) ?? known.find(({ archived }) => !archived)
  if (place) return { said: { [field]: place.id }, mistakes: [] }
  return { said: {}, mistakes: [{ field, detail: known.length > 0 ? details.archived : details.unknown }] }
}
