import type { InvoiceView } from '#modules/invoices/contract.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import './InvoiceLines.css'
import { wordsOfLine } from '#web/modules/invoices/wordsOfLine.ts'

type InvoiceLinesProps = Readonly<{
  invoice: Pick<InvoiceView, 'lines' | 'net' | 'tax' | 'adjustment' | 'total' | 'currency'>
}>

/** What an invoice asks for, line by line, and what it comes to. */
export const InvoiceLines = ({ invoice }: InvoiceLinesProps) => {
  const { lines, net, tax, adjustment, total, currency } = invoice
  const isPlain = tax.minor === 0n && adjustment.minor === 0n
  return (
    <div className="InvoiceLines numbers">
      <ul>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place.
          <li key={index}>
            <span className="InvoiceLines-what">
              <span>{line.description}</span>
              <span className="InvoiceLines-how">{wordsOfLine(line, currency)}</span>
            </span>
            <MoneyText value={line.net} />
          </li>
        ))}
        {lines.length === 0 ? <li className="InvoiceLines-how">There are no lines yet.</li> : null}
      </ul>
      <dl>
        {isPlain ? null : <Sum label="Net" value={formatMoney(net)} />}
        {tax.minor === 0n ? null : <Sum label="Tax" value={formatMoney(tax)} />}
        {adjustment.minor === 0n ? null : <Sum label="Paid before, rounding" value={formatMoney(adjustment)} />}
        <Sum label="Total" value={formatMoney(total)} isTotal />
      </dl>
    </div>
  )
}

type SumProps = Readonly<{ label: string; value: string; isTotal?: boolean }>

const Sum = ({ label, value, isTotal = false }: SumProps) => (
  <div data-total={isTotal}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)
