import { problem } from '#kernel/problem.ts'

export const periodTooLong = problem('report-period-too-long', 422, 'A report covers at most ten years.')
export const periodBackwards = problem('report-period-backwards', 422, 'The last month is before the first.')
