import { problem } from '#kernel/problem.ts'

export const jobNotFound = problem('job-not-found', 404, 'There is no such job of yours.')
export const jobEnded = problem('job-ended', 409, 'It has ended already.')
export const parkedNotFound = problem('parked-work-not-found', 404, 'There is no such parked work.')
