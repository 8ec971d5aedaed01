import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { downloadTaxForm } from './download-tax-form.ts'
import { listMyTaxForms, listTaxForms } from './list-tax-forms.ts'
import { paymentHolds } from './payment-holds.ts'
import { taxReactions } from './reactions.ts'
import { revealTin } from './reveal-tin.ts'
import { signMyW9 } from './sign-my-w9.ts'

export const tax: Module = {
  name: 'tax',
  switch: { title: 'Tax forms', about: 'W-9s, filled in and signed by your contractors' },
  handlers: [signMyW9, listMyTaxForms, listTaxForms, revealTin, downloadTaxForm],
  reactions: taxReactions,
  paymentHolds,
}
