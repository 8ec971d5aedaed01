import type { Blocker } from '#kernel/blocker.ts'
import type { Work } from '#kernel/command.ts'
import { readiness } from '#modules/onboarding/index.ts'
import type { Assignment } from './assignment.ts'

/** Why this work cannot be accepted or begun. Work that is under way or over is held by nothing here. */
export const assignmentBlockers = async (
  work: Pick<Work, 'tx'>,
  { status, engagementId }: Pick<Assignment, 'status' | 'engagementId'>,
): Promise<Blocker[]> =>
  ['draft', 'pending_approval', 'offered', 'accepted'].includes(status)
    ? [...(await readiness(work, engagementId))]
    : []
