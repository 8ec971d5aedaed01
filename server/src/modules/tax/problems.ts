import { problem } from '#kernel/problem.ts'

export const taxFormNotFound = problem('tax-form-not-found', 404, 'There is no such tax form.')
export const w9Contradicts = problem('w9-contradicts', 422, 'Some lines of the form do not fit together.')
export const noTin = problem(
  'tax-form-no-tin',
  409,
  'This form says that a number was applied for; there is none to see.',
)
export const formNotMade = problem('tax-form-not-made', 404, 'The document of this form is not made yet.')
