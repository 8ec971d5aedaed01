import type { PlainDate } from '#kernel/dates.ts'
import type { Tx } from '#kernel/db.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { engagementActivated, engagementEnded } from '#modules/directory/events.ts'
import type { EngagementId } from '#modules/directory/ids.ts'
import { end, moveEngagement } from './engagement.ts'
import { lockEngagement, saveEngagement } from './store.ts'

type Moving = Readonly<{ tx: Tx }>

/** Work may begin under it: called when onboarding is complete. */
export const activateEngagement = async ({ tx }: Moving, engagementId: EngagementId): Promise<DomainEvent> => {
  const engagement = moveEngagement(await lockEngagement(tx, engagementId), 'active')
  await saveEngagement(tx, engagement)
  const { contractorId, startsOn } = engagement
  return engagementActivated({ engagementId, contractorId, startsOn })
}

type End = Readonly<{ lastDay: PlainDate; reason: string }>

/** Called when what it stands on is over. */
export const endEngagementOn = async (
  { tx }: Moving,
  engagementId: EngagementId,
  { lastDay, reason }: End,
): Promise<DomainEvent> => {
  const engagement = end(await lockEngagement(tx, engagementId), lastDay)
  await saveEngagement(tx, engagement)
  const { contractorId, endsOn } = engagement
  return engagementEnded({ engagementId, contractorId, lastDay: endsOn ?? lastDay, reason })
}
