import type { InvoiceRow } from '#modules/invoices/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useNow } from '#web/lib/useNow.ts'
import { hereWords } from '#web/modules/home/hereWords.ts'
import { useMyPayability } from '#web/modules/invoices/usePayability.ts'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { wordOf } from '#web/ui/toneOf.ts'
import './MoneyLine.css'

/** One invoice as a line: how much, and where it is on its way. */
export const MoneyLine = ({ invoice }: Readonly<{ invoice: InvoiceRow }>) => {
  const { here } = useSession()
  const now = useNow()
  const { id, number, total, status } = invoice
  const steps = useMyPayability(id, true)?.steps ?? []
  return (
    <Row
      to={pathIn(here.slug, `portal/invoices/${id}`)}
      title={number}
      detail={
        <>
          <span className="MoneyLine-here">{hereWords(steps, now) ?? wordOf(status)}</span>
          <span className="MoneyLine-way" aria-hidden>
            {steps.map(({ step, state }) => (
              <span key={step} data-state={state} />
            ))}
          </span>
        </>
      }
    >
      <RowEnd figure={formatMoney(total)} />
    </Row>
  )
}
