import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { ContractorStatus } from './contract.ts'
import { moveTo } from './contractor.ts'
import { contractorMoved } from './events.ts'
import type { ContractorId } from './ids.ts'
import { holdContractor, saveContractor } from './store.ts'

/** For the modules above, whose own steps move a contractor along: an invitation sent, onboarding complete. */
export const moveContractorTo = async (
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  contractorId: ContractorId,
  to: ContractorStatus,
  reason: string,
): Promise<DomainEvent> => {
  const contractor = await holdContractor(tx, contractorId)
  await saveContractor(tx, moveTo(contractor, to, now), now)
  const { displayName, status: from } = contractor
  return contractorMoved({ contractorId, displayName, from, to, reason })
}
