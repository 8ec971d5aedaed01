import { exportSpend } from './export-spend.ts'
import { viewSpend } from './view-spend.ts'

export { spendDifferences } from './store.ts'

export const reportHandlers = [viewSpend, exportSpend]
