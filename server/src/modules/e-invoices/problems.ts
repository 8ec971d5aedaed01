import { problem } from '#kernel/problem.ts'

export const eInvoiceUnreadable = problem('e-invoice-unreadable', 422, 'This file cannot be read as an e-invoice.')
export const eInvoiceUnsupportedProfile = problem(
  'e-invoice-unsupported-profile',
  422,
  'This e-invoice follows a profile that cannot be used here.',
)
export const eInvoiceIncomplete = problem(
  'e-invoice-incomplete',
  422,
  'Something this e-invoice must say is missing or cannot be understood.',
)
export const eInvoiceDoesNotAddUp = problem(
  'e-invoice-does-not-add-up',
  422,
  'The amounts in this e-invoice do not add up.',
)

/** The file as a whole, before any field of it could be named. */
export const unreadableBecause = (detail: string) => eInvoiceUnreadable({ errors: [{ pointer: '#', detail }] })
