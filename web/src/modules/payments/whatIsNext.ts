import type { PayRunView } from '#modules/payments/contract.ts'

/** The next act of a run and whose it is; nothing once it is over. */
export const whatIsNext = ({ status, reason, prepared }: PayRunView): string | undefined => {
  switch (status) {
    case 'open':
      return 'Finance looks through the payments, takes out what should wait, and locks the run.'
    case 'locked':
      return `Somebody other than ${prepared?.name ?? 'whoever prepared it'} approves the run.`
    case 'approved':
      return 'A releaser releases the run. That makes the file for the bank, and the money is on its way.'
    case 'exported':
      return 'The file goes to the bank. Once the bank accepts it, finance notes that here.'
    case 'acknowledged':
      return 'Finance notes what arrived, and what came back with the code the bank gave.'
    case 'cancelled':
      return reason === null ? undefined : `Cancelled: ${reason}`
    default:
      return undefined
  }
}
