import { command } from '#kernel/command.ts'
import { callOff, maySend } from './agreement.ts'
import { viewOfAgreement } from './agreement-view.ts'
import * as contract from './contract.ts'
import { agreementVoided } from './events.ts'
import { lockAgreement, saveAgreement } from './store.ts'

export const voidAgreement = command(contract.voidAgreement)({
  load: ({ tx, actor }, input) => lockAgreement(actor, tx, input),
  allow: maySend,
  run: async (work, agreement, { agreementId, reason }) => {
    const { contractorId, engagementId, title } = agreement
    const voided = await saveAgreement(work.tx, callOff(agreement, reason, work.now))
    return {
      result: await viewOfAgreement(work, voided),
      events: [agreementVoided({ agreementId, contractorId, engagementId, title, reason })],
    }
  },
})
