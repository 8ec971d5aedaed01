import type { Work } from '#kernel/command.ts'
import { addHours } from '#kernel/dates.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { OrganizationId } from '#kernel/ids.ts'
import { workAsMachine } from '#kernel/work-as-machine.ts'
import type { Schedule } from '#kernel/worker.ts'
import { contractorOf, moveContractorTo } from '#modules/directory/index.ts'
import { invitationExpired, invitationReminderDue, reminderDue } from './events.ts'
import { factsOf, moveTo, type Onboarding } from './onboarding.ts'
import { reminderDays, remindersDue, wholeDaysBetween } from './reminders.ts'
import type { Stage } from './stage.ts'
import {
  holdOnboarding,
  markInvitationReminded,
  markStageReminded,
  saveOnboarding,
  waitingOnboardingIds,
} from './store.ts'

/** Ends invitations that nobody accepted in time, and brings to mind what waits for a contractor. */
export const keepOnboardings: Schedule = {
  name: 'onboarding.keep',
  everySeconds: 600,
  run: async (runtime) => {
    const now = runtime.outside.now()
    const { rows } = await runtime.db.pool.query<{ id: string }>({
      name: 'onboarding.who-has-waiting-onboardings',
      text: 'select organizations_with_waiting_onboardings($1, $2) as id',
      values: [now, addHours(now, -24 * reminderDays[0])],
    })
    for (const { id } of rows) {
      await workAsMachine(runtime, { organizationId: OrganizationId.parse(id), name: keepOnboardings.name }, keepAll)
    }
  },
}

const keepAll = async (work: Work): Promise<readonly DomainEvent[]> => {
  const quietSince = addHours(work.now, -24 * reminderDays[0])
  const events: DomainEvent[] = []
  for (const id of await waitingOnboardingIds(work.tx, { now: work.now, quietSince })) {
    const onboarding = await holdOnboarding(work.tx, id)
    if (onboarding.status === 'invited') events.push(...(await keepInvitation(work, onboarding)))
    if (onboarding.status === 'in_progress') events.push(...(await remind(work, onboarding)))
  }
  return events
}

const keepInvitation = async (work: Work, onboarding: Onboarding): Promise<readonly DomainEvent[]> => {
  const { tx, now } = work
  const { contractorId, expiresAt, linkId, invitedAt } = onboarding
  if (!expiresAt || !linkId) throw new Error('An open invitation without a link or an end.')
  if (expiresAt <= now) {
    await saveOnboarding(tx, { ...moveTo(onboarding, 'invite_expired', now), linkId: null })
    const { status } = await contractorOf(tx, contractorId)
    const expired = invitationExpired(factsOf(onboarding))
    if (status !== 'invited') return [expired]
    return [expired, await moveContractorTo(work, contractorId, 'invite_expired', 'nobody accepted in time')]
  }
  const due = remindersDue(invitedAt, now)
  if (due <= onboarding.reminders) return []
  await markInvitationReminded(tx, onboarding.id, due)
  return [invitationReminderDue({ ...factsOf(onboarding), linkId, days: wholeDaysBetween(invitedAt, now) })]
}

/** One reminder for everything that is due, so that nobody gets four mails for four stages. */
const remind = async ({ tx, now }: Work, onboarding: Onboarding): Promise<readonly DomainEvent[]> => {
  const due = onboarding.stages.filter((stage) => isDue(stage, now))
  if (due.length === 0) return []
  for (const { id, movedAt } of due) await markStageReminded(tx, id, remindersDue(movedAt, now))
  const days = Math.max(...due.map(({ movedAt }) => wholeDaysBetween(movedAt, now)))
  return [reminderDue({ ...factsOf(onboarding), titles: due.map(({ plan }) => plan.title), days })]
}

const isDue = ({ status, waitsFor, movedAt, reminders }: Stage, now: Date): boolean =>
  (status === 'open' || status === 'changes_requested') &&
  waitsFor === 'contractor' &&
  remindersDue(movedAt, now) > reminders
