import { command } from '#kernel/command.ts'
import { decline, maySignAsContractor } from '#modules/agreements/agreement.ts'
import { viewOfMyAgreement } from '#modules/agreements/agreement-view.ts'
import * as contract from '#modules/agreements/contract.ts'
import { agreementDeclined } from '#modules/agreements/events.ts'
import { lockAgreement, saveAgreement } from '#modules/agreements/store.ts'

export const declineMyAgreement = command(contract.declineMyAgreement)({
  load: ({ tx, actor }, input) => lockAgreement(actor, tx, input),
  allow: maySignAsContractor,
  run: async (work, agreement, { agreementId, reason }) => {
    const { contractorId, engagementId, title } = agreement
    const declined = await saveAgreement(work.tx, decline(agreement, reason, work.now))
    return {
      result: viewOfMyAgreement(work, declined),
      events: [agreementDeclined({ agreementId, contractorId, engagementId, title, reason })],
    }
  },
})
