import { problem } from '#kernel/problem.ts'

export const slugTaken = problem('slug-taken', 409, 'This address is already used by another organization.')
export const brandNotFound = problem('brand-not-found', 404, 'There is no organization at this address.')
export const moduleNeeded = problem('module-needed', 422, 'A module that stays on needs one you are switching off.')
export const departmentNotFound = problem('department-not-found', 404, 'There is no such department.')
export const departmentExists = problem('department-exists', 409, 'There is already a department of this name.')
export const departmentArchived = problem(
  'department-archived',
  409,
  'This department is archived. Restore it first, or choose another.',
)
export const departmentInUse = problem('department-not-archived', 409, 'This department is not archived.')
export const legalEntityNotFound = problem('legal-entity-not-found', 404, 'There is no such legal entity.')
export const legalEntityExists = problem('legal-entity-exists', 409, 'There is already a legal entity of this name.')
export const legalEntityArchived = problem('legal-entity-archived', 409, 'This legal entity is archived.')
export const noEin = problem('no-ein', 409, 'This legal entity has no EIN on file.')
export const noAccount = problem(
  'no-originating-account',
  409,
  'Put down the bank account that this legal entity pays from.',
)
export const revealLimitReached = problem(
  'reveal-limit-reached',
  429,
  'You have looked at 20 protected values today. Tomorrow you can look at more.',
)
