import { command } from '#kernel/command.ts'
import { maySend } from './agreement.ts'
import { viewOfAgreement } from './agreement-view.ts'
import * as contract from './contract.ts'
import { fixAndSend } from './send-agreement.ts'
import { lockAgreement } from './store.ts'

export const sendDraft = command(contract.sendDraft)({
  load: ({ tx, actor }, input) => lockAgreement(actor, tx, input),
  allow: maySend,
  run: async (work, draft, { expiresOn }) => {
    const { agreement, event } = await fixAndSend(work, draft, { expiresOn })
    return { result: await viewOfAgreement(work, agreement), events: [event] }
  },
})
