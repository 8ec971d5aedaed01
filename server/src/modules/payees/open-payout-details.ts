import type { Work } from '#kernel/command.ts'
import { placeOf } from './bank-account.ts'
import type { PayoutMethodId } from './ids.ts'
import { payoutMethodOf } from './store.ts'

export type PayoutDetails = Readonly<
  { holderName: string; currency: string } & (
    | { kind: 'us_bank'; routingNumber: string; accountNumber: string; accountType: 'checking' | 'savings' }
    | { kind: 'iban'; iban: string; bic: string | null }
  )
>

/** The whole account, for the bank's file only. What it opens goes into nothing that people read. */
export const openPayoutDetails = async (
  { tx, secrets }: Pick<Work, 'tx' | 'secrets'>,
  payoutMethodId: PayoutMethodId,
): Promise<PayoutDetails> => {
  const { kind, holderName, currency, routingNumber, accountType, bic, sealed } = await payoutMethodOf(
    tx,
    payoutMethodId,
  )
  const number = secrets.open(placeOf(tx.organizationId, payoutMethodId), sealed)
  if (kind === 'iban') return { kind, holderName, currency, iban: number, bic }
  if (!routingNumber || !accountType) throw new Error('A US account without a routing number was stored.')
  return { kind, holderName, currency, routingNumber, accountNumber: number, accountType }
}
