import { listPayoutMethods } from '#modules/payees/contract.ts'
import { useMay } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'

/** The most that is asked for at once; whoever has more waiting works through these first. */
const shownMax = 200

/** How many bank accounts wait for this person to confirm them: for the number beside the page. */
export const useBankAccountCount = (): number | undefined => {
  const enabled = useMay('payees.verify-payout-method')
  const { data } = useView(listPayoutMethods, { status: ['pending_verification'], limit: shownMax }, { enabled })
  return data?.items.filter(({ can }) => can.verify).length
}
