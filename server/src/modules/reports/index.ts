export { spendDifferences } from './store.ts'
