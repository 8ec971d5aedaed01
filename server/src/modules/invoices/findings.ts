import { addYears, dayIn, dayInWords } from '#kernel/dates.ts'
import { decimalOf, type Money } from '#kernel/money.ts'
import type { InvoiceFinding } from './contract.ts'
import type { FileReading } from './file-reading.ts'
import type { Invoice } from './invoice.ts'

/**
 * What a person should look at before the invoice is submitted, and before it is approved. None of it refuses anything:
 * a trading name or a rounded price is no mistake, but whoever decides has to have seen it.
 */
export const findingsOn = (invoice: Invoice): InvoiceFinding[] => [
  ...(invoice.fileReading ? differences(invoice, invoice.fileReading) : []),
  ...(invoice.fileReading?.findings ?? []),
  ...oddDate(invoice),
]

/** Where the invoice says something else than the file it was read from. */
const differences = (invoice: Invoice, file: FileReading): readonly InvoiceFinding[] => [
  ...differs('number', file.number, invoice.number),
  ...differs('date', dayInWords(file.issuedOn), dayInWords(invoice.issuedOn)),
  ...differs('total', words(file.total), words(invoice.total)),
  ...differs('net amount', words(file.net), words(invoice.net)),
  ...differs('tax', words(file.tax), words(invoice.tax)),
  ...changedLines(invoice, file),
]

const words = (amount: Money): string => `${decimalOf(amount)} ${amount.currency}`

const differs = (what: string, inFile: string, here: string): readonly InvoiceFinding[] =>
  inFile === here
    ? []
    : [{ code: 'differs-from-file', detail: `The ${what} in the file is ${inFile}, in the invoice ${here}.` }]

type Line = Invoice['lines'][number]

const changedLines = ({ lines }: Invoice, file: FileReading): readonly InvoiceFinding[] => {
  const left = lines.map(textOf)
  const missing = file.lines.flatMap((line, index) => {
    const at = left.indexOf(textOf(line))
    if (at >= 0) left.splice(at, 1)
    return at >= 0 ? [] : [index + 1]
  })
  const added = left.length - missing.length
  const changed = `Changed or left out: ${missing.length === 1 ? 'line' : 'lines'} ${missing.join(', ')} of the file.`
  const more = `The invoice has ${added} more ${added === 1 ? 'line' : 'lines'} than the file.`
  return [...(missing.length > 0 ? [changed] : []), ...(added > 0 ? [more] : [])].map((detail) => ({
    code: 'differs-from-file',
    detail,
  }))
}

const textOf = ({ net, ...line }: Line): string => JSON.stringify([...Object.values(line), decimalOf(net)])

/** A date of more than a year before is a slip more often than a late invoice. */
const oddDate = ({ issuedOn, submittedAt, movedAt }: Invoice): readonly InvoiceFinding[] => {
  const written = dayIn('UTC', submittedAt ?? movedAt)
  if (issuedOn >= addYears(written, -1)) return []
  return [{ code: 'old-date', detail: `The invoice is dated ${dayInWords(issuedOn)}, more than a year back.` }]
}
