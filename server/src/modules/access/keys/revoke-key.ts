import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from '#modules/access/contract.ts'
import { keyRevoked } from '#modules/access/events.ts'
import { changeKeys } from '#modules/access/permissions.ts'
import { revoked } from './key.ts'
import { namedViewOf } from './key-views.ts'
import { lockKey, saveRevoked } from './store.ts'

export const revokeKey = command(contract.revokeKey)({
  load: ({ tx }, { keyId }) => lockKey(tx, keyId),
  allow: (actor) => may(actor, changeKeys),
  run: async ({ tx, now }, key) => {
    await saveRevoked(tx, key.id, now)
    return {
      result: await namedViewOf(tx, revoked(key, now)),
      events: [keyRevoked({ keyId: key.id, name: key.name })],
    }
  },
})
