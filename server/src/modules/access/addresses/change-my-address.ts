import { command } from '#kernel/command.ts'
import { askForAddress } from './ask-for-address.ts'
import * as contract from './contract.ts'
import { isSignedInHere, myAddressOf, myself } from './my-address.ts'

export const changeMyAddress = command(contract.changeMyAddress)({
  load: async () => undefined,
  allow: isSignedInHere,
  run: async (work, _, { email }) => {
    const person = await myself(work)
    const asked = await askForAddress(work, { person, email, contractorId: work.actor.contractorId ?? null })
    return { result: await myAddressOf(work), events: [asked] }
  },
})
