import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { downloadOf } from '#modules/files/index.ts'
import * as contract from './contract.ts'
import { readAgreements, signOwnAgreements } from './permissions.ts'
import { documentNotMade } from './problems.ts'
import { agreementFor } from './store.ts'

export const downloadAgreement = query(contract.downloadAgreement)({
  allow: (actor) => may(actor, readAgreements) || may(actor, signOwnAgreements),
  read: async (work, { agreementId }) => {
    const { sealedFileId, pdfFileId } = await agreementFor(work.actor, work.tx, agreementId)
    const fileId = sealedFileId ?? pdfFileId
    if (!fileId) throw documentNotMade({ agreementId })
    return downloadOf(work, fileId)
  },
})
