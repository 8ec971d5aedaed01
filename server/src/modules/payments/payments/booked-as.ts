import type { Payment } from './payment.ts'

/**
 * The coordinates of a payment in the books. What is owed is kept by contractor, because each has one payee; the bank
 * account belongs to its legal entity, which has one.
 */
export const bookedAs = ({
  legalEntityId,
  contractorId,
  amount,
}: Pick<Payment, 'legalEntityId' | 'contractorId' | 'amount'>) => ({
  legalEntityId,
  payeeId: contractorId,
  bankAccountId: legalEntityId,
  amount,
})
