import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { mailsPutAside } from '#modules/messaging/events.ts'
import { putWaitingMailsAside } from './store.ts'

const reason =
  'It waited when an earlier state was restored, and may have been sent before. Send it again if it is still true.'

/** Mails that waited in an earlier state may have gone out long ago: each is left to a person, who can still send it. */
export const putMailsAside = async ({ tx }: Pick<Work, 'tx'>): Promise<readonly DomainEvent[]> => {
  const mails = await putWaitingMailsAside(tx, reason)
  return mails === 0 ? [] : [mailsPutAside({ mails })]
}
