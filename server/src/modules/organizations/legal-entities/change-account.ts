import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { changeAccounts } from '#modules/organizations/permissions.ts'
import * as contract from './contract.ts'
import { accountChanged } from './events.ts'
import { beInUse, legalEntityView } from './legal-entity.ts'
import { sealAccount } from './seal-numbers.ts'
import { lockLegalEntity, saveLegalEntity } from './store.ts'

export const changeAccount = command(contract.changeAccount)({
  load: ({ tx }, input) => lockLegalEntity(tx, input),
  allow: (actor) => may(actor, changeAccounts),
  run: async (work, before, { legalEntityId, account }) => {
    const sealed = sealAccount(work, beInUse(before), account)
    const after = await saveLegalEntity(work.tx, { ...before, account: sealed })
    const { name } = after
    return {
      result: legalEntityView(after, work.actor),
      events: [accountChanged({ legalEntityId, name, bankName: account.bankName })],
    }
  },
})
