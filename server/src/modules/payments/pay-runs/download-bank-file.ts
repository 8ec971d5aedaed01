import { command } from '#kernel/command.ts'
import { bankFileTaken } from '#modules/payments/events.ts'
import { bankFileOf } from './bank-file-store.ts'
import * as contract from './contract.ts'
import { bankFilePlace } from './make-bank-file.ts'
import { aboutRun, mayTakeFile } from './pay-run.ts'
import { payRunOf } from './store.ts'

export const downloadBankFile = command(contract.downloadBankFile)({
  load: ({ tx }, { payRunId }) => payRunOf(tx, payRunId),
  allow: mayTakeFile,
  run: async (work, run, { payRunId }) => {
    const { name, mediaType, sha256, content: sealed } = await bankFileOf(work.tx, payRunId)
    const content = work.secrets.open(bankFilePlace(work, payRunId), sealed)
    return {
      result: { name, mediaType, sha256, content },
      events: [bankFileTaken({ ...aboutRun(run), fileName: name })],
    }
  },
})
