import { z } from 'zod'

export const stageStatuses = [
  'open',
  'submitted',
  'changes_requested',
  'approved',
  'rejected',
  'waived',
  'expired',
] as const
export const StageStatus = z.enum(stageStatuses)
export type StageStatus = z.output<typeof StageStatus>
