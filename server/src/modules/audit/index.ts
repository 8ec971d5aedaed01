import { exportLog } from './export-log.ts'
import { sealAll, sealRecent } from './seal-journal.ts'
import { searchLog } from './search-log.ts'
import { verifyLog } from './verify-log.ts'
import { viewTimeline } from './view-timeline.ts'

export { verify } from './verify-log.ts'

export const auditHandlers = [searchLog, viewTimeline, verifyLog, exportLog]
export const auditSchedules = [sealRecent, sealAll]
