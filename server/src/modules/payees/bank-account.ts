import type { Work } from '#kernel/command.ts'
import type { Place, Sealed } from '#kernel/secrets.ts'
import { lastFour } from '#kernel/secrets.ts'
import type { BankAccount } from './contract.ts'
import type { PayoutMethodId } from './ids.ts'

/** The one number of an account that is protected: the account number, or the IBAN. */
export const numberOf = (account: BankAccount): string =>
  account.kind === 'us_bank' ? account.accountNumber : account.iban

/** Two ways of naming one account are one account. */
const identityOf = (account: BankAccount): string =>
  account.kind === 'us_bank' ? `us ${account.routingNumber} ${account.accountNumber}` : identityOfIban(account.iban)
export const identityOfIban = (iban: string): string => `iban ${iban}`

export const placeOf = (organizationId: string, rowId: PayoutMethodId): Place => ({
  organizationId,
  table: 'payout_methods',
  column: 'number_sealed',
  rowId,
})

export type SealedAccount = Readonly<{ sealed: Sealed; last4: string; fingerprint: string }>

export const sealAccount = (
  { tx, secrets }: Pick<Work, 'tx' | 'secrets'>,
  id: PayoutMethodId,
  account: BankAccount,
): SealedAccount => ({
  sealed: secrets.seal(placeOf(tx.organizationId, id), numberOf(account)),
  last4: lastFour(numberOf(account)),
  fingerprint: fingerprintOf({ tx, secrets }, identityOf(account)),
})

export const fingerprintOf = ({ tx, secrets }: Pick<Work, 'tx' | 'secrets'>, identity: string): string =>
  secrets.fingerprint(tx.organizationId, 'bank account', identity)
