import type { ContractorCounts, ContractorTypeView } from '#modules/directory/contract.ts'
import { nameOfCountry } from '#web/lib/nameOfCountry.ts'
import type { Facet } from '#web/ui/DataTable.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

/** Their names in the address. */
export const facetNames = ['status', 'country', 'skill', 'type', 'availability'] as const

/** The filters of the list with how many each choice would leave. */
export const contractorFacets = (
  counts: ContractorCounts | undefined,
  types: readonly ContractorTypeView[],
): readonly Facet[] => {
  const typeName = (id: string) => types.find((type) => type.id === id)?.name ?? 'An archived type'
  return [
    { id: 'status', label: 'State', options: worded(counts?.status, wordOf) },
    { id: 'country', label: 'Country', options: worded(counts?.country, nameOfCountry) },
    { id: 'skill', label: 'Skill', options: worded(counts?.skill, (skill) => skill) },
    ...(types.length > 0 ? [{ id: 'type', label: 'Type', options: worded(counts?.typeId, typeName) }] : []),
    { id: 'availability', label: 'Availability', options: worded(counts?.availability, wordOf) },
  ]
}

const worded = (choices: ContractorCounts['status'] | undefined, word: (value: string) => string) =>
  (choices ?? []).map(({ value, count }) => ({ value, count, label: word(value) }))
