import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { downloadAgreement } from './download-agreement.ts'
import { changeDraft, draftAgreement } from './draft-agreement.ts'
import { expireAgreements } from './expire-agreements.ts'
import { paymentHolds } from './payment-holds.ts'
import { agreementReactions } from './reactions.ts'
import { sendDraft } from './send-draft.ts'
import { declineMyAgreement } from './signing/decline-my-agreement.ts'
import { openMyAgreement } from './signing/open-my-agreement.ts'
import { agreementSignatures } from './signing/reconciliation-store.ts'
import { counterSign, signMyAgreement } from './signing/sign-agreement.ts'
import { templateHandlers } from './templates/handlers.ts'
import { verifyDocumentFor } from './verify/verify-document.ts'
import { listAgreements, listMyAgreements, viewAgreement, viewMyAgreement } from './view-agreement.ts'
import { voidAgreement } from './void-agreement.ts'

export const agreements: Module = {
  name: 'agreements',
  switch: { title: 'Agreements', about: 'NDAs and contracts, written from templates and signed here' },
  handlers: [
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
  ],
  reactions: agreementReactions,
  schedules: [expireAgreements],
  paymentHolds,
  reconciliations: [agreementSignatures],
}
