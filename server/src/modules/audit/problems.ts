import { problem } from '#kernel/problem.ts'

export const nothingRecorded = problem('nothing-recorded', 404, 'Nothing is recorded about this.')
