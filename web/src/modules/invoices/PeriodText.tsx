import type { InvoiceView } from '#modules/invoices/contract.ts'
import { DateText } from '#web/ui/DateText.tsx'

/** "1 Nov – 9 Nov", or the one day. */
export const PeriodText = ({ periodFrom, periodTo }: Pick<InvoiceView, 'periodFrom' | 'periodTo'>) =>
  periodFrom === periodTo ? (
    <DateText value={periodFrom} />
  ) : (
    <>
      <DateText value={periodFrom} /> – <DateText value={periodTo} />
    </>
  )
