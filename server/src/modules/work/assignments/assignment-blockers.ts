import type { Blocker } from '#kernel/blocker.ts'
import type { Work } from '#kernel/command.ts'
import { contractorBlockers } from '#modules/directory/index.ts'
import type { Assignment } from './assignment.ts'

/** Why this work cannot be accepted or begun. Work that is under way or over is held by nothing here. */
export const assignmentBlockers = async (
  { tx }: Pick<Work, 'tx'>,
  { status, contractorId }: Pick<Assignment, 'status' | 'contractorId'>,
): Promise<Blocker[]> =>
  ['draft', 'pending_approval', 'offered', 'accepted'].includes(status)
    ? [...(await contractorBlockers(tx, contractorId))]
    : []
