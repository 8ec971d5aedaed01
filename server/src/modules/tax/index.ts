import { downloadTaxForm } from './download-tax-form.ts'
import { listMyTaxForms, listTaxForms } from './list-tax-forms.ts'
import { revealTin } from './reveal-tin.ts'
import { signMyW9 } from './sign-my-w9.ts'

export * from './events.ts'
export { taxReactions } from './reactions.ts'
export { currentTaxForm, type TaxForm } from './store.ts'
export { taxBlockers } from './tax-blockers.ts'

export const taxHandlers = [signMyW9, listMyTaxForms, listTaxForms, revealTin, downloadTaxForm]
