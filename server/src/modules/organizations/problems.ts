import { problem } from '#kernel/problem.ts'

export const slugTaken = problem('slug-taken', 409, 'This address is already used by another organization.')
export const departmentExists = problem('department-exists', 409, 'There is already a department of this name.')
