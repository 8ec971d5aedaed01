import type { Work } from '#kernel/command.ts'
import { placeOf } from './bank-account.ts'
import type { PayoutMethodId } from './ids.ts'
import { accountsOf } from './store.ts'

export type PayoutDetails = Readonly<
  { holderName: string; currency: string } & (
    | { kind: 'us_bank'; routingNumber: string; accountNumber: string; accountType: 'checking' | 'savings' }
    | { kind: 'iban'; iban: string; bic: string | null }
  )
>

type Opening = Pick<Work, 'tx' | 'secrets'>

/** The whole accounts, for the bank's file only. What is opened goes into nothing that people read. */
export const openPayoutDetails = async (
  { tx, secrets }: Opening,
  ids: readonly PayoutMethodId[],
): Promise<ReadonlyMap<PayoutMethodId, PayoutDetails>> => {
  const open = ({ id, sealed, ...account }: Stored): readonly [PayoutMethodId, PayoutDetails] => [
    id,
    detailsOf(account, secrets.open(placeOf(tx.organizationId, id), sealed)),
  ]
  return new Map((await accountsOf(tx, ids)).map(open))
}

type Stored = Awaited<ReturnType<typeof accountsOf>>[number]

const detailsOf = (account: Omit<Stored, 'id' | 'sealed'>, number: string): PayoutDetails => {
  const { kind, holderName, currency, routingNumber, accountType, bic } = account
  if (kind === 'iban') return { kind, holderName, currency, iban: number, bic }
  if (!routingNumber || !accountType) throw new Error('A US account without a routing number was stored.')
  return { kind, holderName, currency, routingNumber, accountNumber: number, accountType }
}
