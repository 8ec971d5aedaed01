import { permission } from '#kernel/actor.ts'

export const readLog = permission('audit.search-log', ['owner', 'auditor', 'legal'])
/** Whoever works with an object sees what happened to it. */
export const readTimeline = permission('audit.view-timeline', [
  'owner',
  'admin',
  'finance',
  'releaser',
  'legal',
  'manager',
  'approver',
  'auditor',
])
