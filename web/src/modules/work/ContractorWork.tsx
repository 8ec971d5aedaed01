import type { OfContractor } from '#web/app/contractorParts.ts'
import { AssignmentsOf } from '#web/modules/work/AssignmentsOf.tsx'

/** On a contractor's page: what they were asked to do. */
export const ContractorWork = ({ contractor }: OfContractor) => (
  <AssignmentsOf filter={{ contractorId: contractor.id }} />
)
