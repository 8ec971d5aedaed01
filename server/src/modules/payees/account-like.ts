import type { Work } from '#kernel/command.ts'
import { Iban } from '#kernel/identifiers/fields.ts'
import { lastFour } from '#kernel/secrets.ts'
import { fingerprintOf, identityOfIban } from './bank-account.ts'
import type { PayeeId } from './ids.ts'
import { paidToAccount } from './store.ts'

/** The last letters of an account somebody names elsewhere, and those of the one that is paid to, if there is one. */
export type AccountLike = Readonly<{ isSame: boolean; last4: string; paidTo: string | null }>

/**
 * Compares an account that a document names with the one that is paid to. Neither number is opened: an IBAN is compared
 * by its fingerprint, a national number, which does not say its bank, by its last four.
 */
export const accountLike = async (
  { tx, secrets }: Pick<Work, 'tx' | 'secrets'>,
  payeeId: PayeeId,
  account: string,
): Promise<AccountLike> => {
  const paidTo = await paidToAccount(tx, payeeId)
  const iban = Iban.safeParse(account)
  const last4 = lastFour(account)
  const print = iban.success ? fingerprintOf({ tx, secrets }, identityOfIban(iban.data)) : undefined
  const isSame = paidTo?.kind === 'iban' && print ? print === paidTo.fingerprint : last4 === paidTo?.last4
  return { isSame, last4, paidTo: paidTo?.last4 ?? null }
}
