import { schedule } from '#kernel/background/schedule.ts'
import type { Work } from '#kernel/command.ts'
import { addHours } from '#kernel/dates.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { contractorOf, moveContractorTo } from '#modules/directory/index.ts'
import { invitationExpired, invitationReminderDue, reminderDue } from './events.ts'
import { OnboardingId } from './ids.ts'
import { factsOf, moveTo, type Onboarding } from './onboarding.ts'
import { reminderDays, remindersDue, wholeDaysBetween } from './reminders.ts'
import type { Stage } from './stage.ts'
import {
  holdOnboarding,
  markInvitationReminded,
  markStageReminded,
  saveOnboarding,
  waitingOnboardingIds,
  whoseOnboardingsWait,
} from './store.ts'

/** Ends invitations that nobody accepted in time, and brings to mind what waits for a contractor. */
export const keepOnboardings = schedule({
  name: 'onboarding.keep',
  everySeconds: 600,
  whose: (now) => ({ statement: whoseOnboardingsWait, values: [now, addHours(now, -24 * reminderDays[0])] }),
  due: ({ tx, now }, search) => {
    const quietSince = reminderDays.map((days) => addHours(now, -24 * days))
    return waitingOnboardingIds(tx, { now, quietSince, ...search })
  },
  one: async (work, id) => {
    const onboarding = await holdOnboarding(work.tx, OnboardingId.parse(id))
    if (onboarding.status === 'invited') return keepInvitation(work, onboarding)
    return onboarding.status === 'in_progress' ? remind(work, onboarding) : []
  },
})

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
