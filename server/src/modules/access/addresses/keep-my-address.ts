import { command } from '#kernel/command.ts'
import { addressChangeTakenBack } from '#modules/access/events.ts'
import * as contract from './contract.ts'
import { isSignedInHere, myAddressOf, myself } from './my-address.ts'
import { noAddressWaits } from './problems.ts'
import { endWaitingChange, holdPerson, waitingChangeOf } from './store.ts'

/** Without a confirmation: keeping what is in force does no harm, and whoever was warned is in a hurry. */
export const keepMyAddress = command(contract.keepMyAddress)({
  load: async () => undefined,
  allow: isSignedInHere,
  run: async (work) => {
    const { tx, now } = work
    const { id } = await myself(work)
    await holdPerson(tx, id)
    const waiting = await waitingChangeOf(tx, id, now)
    const changeId = waiting && (await endWaitingChange(tx, id, now))
    if (!changeId) throw noAddressWaits()
    return {
      result: await myAddressOf(work),
      events: [addressChangeTakenBack({ changeId, forPersonId: id })],
    }
  },
})
