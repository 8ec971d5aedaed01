import { mayEverywhere } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { workGivenUp, workRetried } from './events.ts'
import { readParked, settleParked } from './permissions.ts'
import { holdParked, parkedPage, removeParked, tryParkedAgain } from './store.ts'

/** What failed again and again and is tried no more until somebody says so. */
export const listParked = query(contract.listParked)({
  allow: (actor) => mayEverywhere(actor, readParked),
  read: ({ tx }, page) => parkedPage(tx, page),
})

export const retryParked = command(contract.retryParked)({
  load: ({ tx }, { deliveryId }) => holdParked(tx, deliveryId),
  allow: (actor) => mayEverywhere(actor, settleParked),
  run: async ({ tx, now }, { name }, { deliveryId }) => {
    await tryParkedAgain(tx, deliveryId, now)
    return { result: {}, events: [workRetried({ deliveryId, name })] }
  },
})

export const giveUpParked = command(contract.giveUpParked)({
  load: ({ tx }, { deliveryId }) => holdParked(tx, deliveryId),
  allow: (actor) => mayEverywhere(actor, settleParked),
  run: async ({ tx }, { name }, { deliveryId, reason }) => {
    await removeParked(tx, deliveryId)
    return { result: {}, events: [workGivenUp({ deliveryId, name, reason })] }
  },
})
