import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { engagementOpened } from '#modules/directory/events.ts'
import { type ContractorId, EngagementId } from '#modules/directory/ids.ts'
import { notToBeEngaged } from '#modules/directory/problems.ts'
import { contractorOf } from '#modules/directory/store.ts'
import { holdDepartmentInUse, holdLegalEntityInUse } from '#modules/organizations/index.ts'
import type { EngagementTerms } from './contract.ts'
import { type Engagement, holdDays } from './engagement.ts'
import { engagementOf, insertEngagement } from './store.ts'

export type NewEngagement = EngagementTerms & Readonly<{ contractorId: ContractorId }>
type Opened = Readonly<{ engagement: Engagement; event: DomainEvent }>

/** Opens a draft. Whoever calls it (a command here, onboarding above) has asked for the permission and records the event. */
export const openEngagement = async (
  { tx, newId }: Pick<Work, 'tx' | 'newId'>,
  { contractorId, ...terms }: NewEngagement,
): Promise<Opened> => {
  const { displayName, doNotEngage } = await contractorOf(tx, contractorId)
  if (doNotEngage) throw notToBeEngaged({ contractorId })
  holdDays(terms)
  await holdDepartmentInUse(tx, { before: null, after: terms.departmentId })
  await holdLegalEntityInUse(tx, { before: null, after: terms.legalEntityId })
  const engagementId = newId(EngagementId)
  await insertEngagement(tx, engagementId, { contractorId, ...terms })
  const engagement = await engagementOf(tx, engagementId)
  const { legalEntityId, startsOn } = engagement
  return { engagement, event: engagementOpened({ engagementId, contractorId, legalEntityId, displayName, startsOn }) }
}
