import type { Module } from '#kernel/module.ts'
import { exportLog } from './export-log.ts'
import { keepHeads, sealAll, sealRecent } from './seal-journal.ts'
import { searchLog } from './search-log.ts'
import { verifyLog } from './verify-log.ts'
import { viewTimeline } from './view-timeline.ts'

export const audit: Module = {
  name: 'audit',
  handlers: [searchLog, viewTimeline, verifyLog, exportLog],
  schedules: [sealRecent, sealAll, keepHeads],
}
