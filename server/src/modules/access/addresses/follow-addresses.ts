import { schedule } from '#kernel/background/schedule.ts'
import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { addressFollowed } from '#modules/access/events.ts'
import { endLinksOf } from '#modules/access/links/store.ts'
import { contractorIdOf } from '#modules/access/members/store.ts'
import { AddressChangeId } from './contract.ts'
import { addressChangeOf, claimFollow, idsOfChangesBehind, putOnFile, whoIsBehind } from './store.ts'

/**
 * An organization puts the new address of one of its people on file, once. A way to a new password that went to the old
 * address ends here.
 */
export const followAddress = async (
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  changeId: AddressChangeId,
): Promise<readonly DomainEvent[]> => {
  if (!(await claimFollow(tx, changeId, now))) return []
  const { personId } = await addressChangeOf(tx, changeId)
  await putOnFile(tx, personId)
  await endLinksOf(tx, { purpose: 'password-reset', subjectId: personId, now })
  return [addressFollowed({ forPersonId: personId, contractorId: await contractorIdOf(tx, personId) })]
}

/** However long an install stood still, a change of these days is followed everywhere. */
const since = (now: Date): Date => new Date(now.getTime() - 90 * 86_400_000)

/** The organizations in which the person did not confirm it follow within a minute. */
export const followAddresses = schedule({
  name: 'access.follow-addresses',
  everySeconds: 60,
  whose: (now) => ({ statement: whoIsBehind, values: [since(now)] }),
  due: ({ tx, now }, search) => idsOfChangesBehind(tx, since(now), search),
  one: (work, changeId) => followAddress(work, AddressChangeId.parse(changeId)),
})
