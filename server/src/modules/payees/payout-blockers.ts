import type { Blocker } from '#kernel/blocker.ts'
import { dayIn } from '#kernel/dates.ts'
import type { Tx } from '#kernel/db.ts'
import type { ContractorId } from '#modules/directory/contract.ts'
import { contractorOf } from '#modules/directory/index.ts'
import type { PayoutMethodView } from './contract.ts'
import { payeeOf } from './store.ts'

const inPortal = { label: 'Add a bank account', path: '/portal/payout' }

/** Why nothing can be paid to this contractor's payee: no account, one that nobody has checked, one that is held. */
export const payoutBlockers = async (tx: Tx, contractorId: ContractorId): Promise<readonly Blocker[]> => {
  const payee = await payeeOf(tx, contractorId)
  const underWay = payee?.payoutMethods.find(
    ({ status }) => status === 'pending_verification' || status === 'cooling_off',
  )
  if (underWay) return [waitsFor(underWay, contractorId)]
  if (payee?.payoutMethods.some(({ status }) => status === 'active')) return []
  const { movedAt } = await contractorOf(tx, contractorId)
  return [
    {
      code: 'payees.no-payout-method',
      sentence: 'There is no bank account to pay to.',
      owner: 'contractor',
      since: movedAt,
      by: null,
      clears: inPortal,
    },
  ]
}

/** A change under way stops payments: to the old account because it may be closed, to the new one until it is checked. */
const waitsFor = (
  { status, last4, requestedAt, verifiedAt, holdUntil }: PayoutMethodView,
  contractorId: string,
): Blocker =>
  status === 'cooling_off'
    ? {
        code: 'payees.payout-method-held',
        sentence: `The new account ending in ${last4} is held to keep your money safe.`,
        owner: 'nobody',
        since: verifiedAt ?? requestedAt,
        by: holdUntil && dayIn('UTC', holdUntil),
        clears: { label: 'See the bank account', path: `/contractors/${contractorId}?tab=payee` },
      }
    : {
        code: 'payees.payout-method-unverified',
        sentence: `The account ending in ${last4} has to be confirmed.`,
        owner: 'finance',
        since: requestedAt,
        by: null,
        clears: { label: 'Confirm the account', path: `/contractors/${contractorId}?tab=payee` },
      }
