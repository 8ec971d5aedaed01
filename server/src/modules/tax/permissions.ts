import { permission } from '#kernel/actor.ts'

export const readTaxForms = permission('tax.list-forms', ['owner', 'admin', 'finance', 'legal', 'auditor'])
export const revealTins = permission('tax.reveal-tin', ['owner', 'finance', 'legal'], { humanOnly: true })
/** Signed under penalties of perjury, so by the person. */
export const signOwnForms = permission('tax.sign-my-w9', ['contractor'], { humanOnly: true })
