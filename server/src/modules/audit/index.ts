export { restoredModeLifted } from './events.ts'
export { lastOfJournal } from './store.ts'
export { verify } from './verify-log.ts'
