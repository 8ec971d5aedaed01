export * from './events.ts'
export { currentTaxForm, type TaxForm } from './store.ts'
