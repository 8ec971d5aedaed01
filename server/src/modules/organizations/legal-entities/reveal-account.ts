import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { countReveal } from '#modules/organizations/count-reveal.ts'
import { reveal } from '#modules/organizations/permissions.ts'
import { noAccount } from '#modules/organizations/problems.ts'
import * as contract from './contract.ts'
import { accountRevealed } from './events.ts'
import { openAccount } from './seal-numbers.ts'
import { legalEntity } from './store.ts'

export const revealAccount = command(contract.revealAccount)({
  load: ({ tx }, { legalEntityId }) => legalEntity(tx, legalEntityId),
  allow: (actor) => may(actor, reveal),
  run: async (work, { name, account }, { legalEntityId, reason }) => {
    if (!account) throw noAccount()
    await countReveal(work)
    const open = openAccount(work, legalEntityId, account)
    const result =
      open.kind === 'us'
        ? { accountNumber: open.accountNumber, achCompanyId: open.achCompanyId }
        : { accountNumber: open.iban, achCompanyId: null }
    return { result, events: [accountRevealed({ legalEntityId, name, reason })] }
  },
})
