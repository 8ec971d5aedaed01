import { command } from '#kernel/command.ts'
import { addressChanged } from '#modules/access/events.ts'
import { linkBehind } from '#modules/access/links/enter-by-link.ts'
import { useLink } from '#modules/access/links/store.ts'
import { linkEnded } from '#modules/access/problems.ts'
import * as contract from './contract.ts'
import { followAddress } from './follow-addresses.ts'
import { isSignedInHere, myAddressOf } from './my-address.ts'
import { addressOfSomebodyElse } from './problems.ts'
import { holdPerson, openChange, putAddressInForce } from './store.ts'

const purpose = 'address-change'

/** Two proofs at once: the link was read at the new address, and whoever opens it is signed in as the person. */
export const confirmMyAddress = command(contract.confirmMyAddress)({
  load: async () => undefined,
  allow: isSignedInHere,
  run: async (work, _, { token }) => {
    const { tx, actor, now, secrets } = work
    await holdPerson(tx, actor.personId)
    const { linkId, organizationId } = linkBehind({ secrets }, purpose, token)
    if (organizationId !== tx.organizationId) throw linkEnded()
    const changeId = contract.AddressChangeId.parse(await useLink(tx, { linkId, purpose, now }))
    const change = await openChange(tx, changeId)
    if (change.personId !== actor.personId) throw addressOfSomebodyElse()
    await putAddressInForce(tx, change, now)
    const followed = await followAddress(work, changeId)
    return {
      result: await myAddressOf(work),
      events: [addressChanged({ changeId, forPersonId: change.personId }), ...followed] as const,
    }
  },
})
