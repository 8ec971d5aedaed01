import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { endAllWaysIn } from '#modules/access/ends.ts'
import { passwordResetRequested, signInChanged } from '#modules/access/events.ts'
import { addressOf } from '#modules/access/links/link-token.ts'
import { makeLink } from '#modules/access/links/make-link.ts'
import { dropTwoFactor, type Person } from './store.ts'

/**
 * For the operator, when somebody lost password and phone: signs them out everywhere, turns their second factor off
 * and answers the address where they choose a new password. Passkeys stay.
 */
export const resetMember = async (
  work: Work,
  person: Person,
): Promise<Readonly<{ address: string; events: readonly [DomainEvent, ...DomainEvent[]] }>> => {
  const { tx, secrets, baseUrl } = work
  const { id: personId, name } = person
  await endAllWaysIn(work, personId)
  await dropTwoFactor(tx, personId)
  const { linkId } = await makeLink(work, 'password-reset', personId)
  const link = { purpose: 'password-reset', organizationId: tx.organizationId, linkId } as const
  const asked = passwordResetRequested({ forPersonId: personId, name, linkId })
  const turnedOff = signInChanged({ forPersonId: personId, name, change: 'two-factor-disabled' })
  return {
    address: addressOf({ baseUrl, secrets }, link),
    events: person.twoFactor ? [asked, turnedOff] : [asked],
  }
}
