import type { ContractorRow } from '#modules/directory/contract.ts'
import { MoneyText } from '#web/ui/MoneyText.tsx'

/** "$95.00 / hour". */
export const RateText = ({ rate }: Pick<ContractorRow, 'rate'>) =>
  rate === null ? (
    '—'
  ) : (
    <>
      <MoneyText value={rate.price} /> / {rate.unit}
    </>
  )
