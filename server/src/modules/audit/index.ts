export { restoredModeLifted } from './events.ts'
export { sealAtTheEnd } from './seal-journal.ts'
export { lastOfJournal } from './store.ts'
export { type Progress, verify } from './verify-log.ts'
