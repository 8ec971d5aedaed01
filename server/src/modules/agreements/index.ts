import { downloadAgreement } from './download-agreement.ts'
import { changeDraft, draftAgreement } from './draft-agreement.ts'
import { expireAgreements } from './expire-agreements.ts'
import { sendDraft } from './send-draft.ts'
import { declineMyAgreement } from './signing/decline-my-agreement.ts'
import { openMyAgreement } from './signing/open-my-agreement.ts'
import { counterSign, signMyAgreement } from './signing/sign-agreement.ts'
import { templateHandlers } from './templates/handlers.ts'
import { verifyDocumentFor } from './verify/verify-document.ts'
import { listAgreements, listMyAgreements, viewAgreement, viewMyAgreement } from './view-agreement.ts'
import { voidAgreement } from './void-agreement.ts'

export type { Agreement } from './agreement.ts'
export { agreementBlockers } from './agreement-blockers.ts'
export type { NewAgreement } from './draft-agreement.ts'
export * from './events.ts'
export { agreementReactions } from './reactions.ts'
export { sealDocument } from './sealing/seal-document.ts'
export { sendAgreement } from './send-agreement.ts'
export { holdMark, markOf } from './signing/signature.ts'
export { agreementOf, agreementsOf } from './store.ts'
export { templateOf, templatesOf } from './templates/store.ts'
export type { AgreementTemplate } from './templates/template.ts'
export { verifyDocument } from './verify/verify-document.ts'

export const agreementHandlers = [
  ...templateHandlers,
  listAgreements,
  viewAgreement,
  draftAgreement,
  changeDraft,
  sendDraft,
  voidAgreement,
  counterSign,
  downloadAgreement,
  listMyAgreements,
  viewMyAgreement,
  openMyAgreement,
  signMyAgreement,
  declineMyAgreement,
  verifyDocumentFor,
]
export const agreementSchedules = [expireAgreements]
