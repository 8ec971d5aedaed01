import { command } from '#kernel/command.ts'
import { maySignAsContractor, view } from '#modules/agreements/agreement.ts'
import { viewOfMyAgreement } from '#modules/agreements/agreement-view.ts'
import * as contract from '#modules/agreements/contract.ts'
import { agreementViewed } from '#modules/agreements/events.ts'
import { lockAgreement, saveAgreement } from '#modules/agreements/store.ts'

export const openMyAgreement = command(contract.openMyAgreement)({
  load: ({ tx, actor }, input) => lockAgreement(actor, tx, input),
  allow: maySignAsContractor,
  run: async (work, agreement, { agreementId }) => {
    const { contractorId, engagementId, title } = agreement
    const viewed = view(agreement, work.now)
    const shown = viewed === agreement ? agreement : await saveAgreement(work.tx, viewed)
    return {
      result: viewOfMyAgreement(work, shown),
      events: [agreementViewed({ agreementId, contractorId, engagementId, title })],
    }
  },
})
