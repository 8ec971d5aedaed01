import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { waysInEnded } from '#modules/access/events.ts'
import { endKeysAndLinks } from './store.ts'

/**
 * Ends every key, invitation and link of an organization that came back in an earlier state: which of them were
 * revoked or used since, nobody can tell any more. Sessions ended when restored mode began.
 */
export const endWaysIn = async ({ tx, now }: Pick<Work, 'tx' | 'now'>): Promise<readonly DomainEvent[]> => {
  const ended = await endKeysAndLinks(tx, now)
  return ended.keys + ended.links === 0 ? [] : [waysInEnded(ended)]
}
