import { cut } from '#kernel/cut.ts'
import { Currency } from '#kernel/money.ts'
import { checkTotals } from './check-totals.ts'
import { ciiLayout } from './cii-layout.ts'
import type { EInvoice, EInvoicePayment } from './e-invoice.ts'
import { dateIn, fieldDate, fieldPeriod, requiredDate, requiredText, type Spot, shortened } from './fields.ts'
import { collectFindings, type Findings } from './findings.ts'
import { kindOf } from './invoice-kind.ts'
import type { Layout } from './layout.ts'
import {
  eInvoiceDoesNotAddUp,
  eInvoiceIncomplete,
  eInvoiceUnsupportedProfile,
  unreadableBecause,
} from './problems.ts'
import { refuseOtherProfiles, zugferd1 } from './profiles.ts'
import { readAdjustments, readLines } from './read-lines.ts'
import { readParty } from './read-party.ts'
import { readTaxes, readTotals } from './read-totals.ts'
import { remarksOn } from './remarks.ts'
import { ublLayout } from './ubl-layout.ts'
import { elementsAt, proseAt, textAt, wordsOf } from './xml-path.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

/**
 * What an e-invoice in XML says, or a Problem that names each field that is missing, cannot be understood or does not
 * add up. Code lists and the other business rules of EN 16931 are not checked.
 */
export const interpretInvoice = (xml: string): EInvoice => {
  const element = parseXml(xml)
  const layout = layoutOf(element)
  const findings = collectFindings()
  const about = { element, pointer: '#' }
  // Nothing can be read before the currency is known; XXX is ISO 4217's code for none.
  const head = { ...about, reading: { layout, findings, currency: 'XXX' } }
  const profile = requiredText(head, 'profile', layout.profile)
  refuseWith(eInvoiceIncomplete, findings)
  refuseOtherProfiles(profile, elementsAt(element, layout.profile)[0]?.path ?? '/')
  const currency = readCurrency(head)
  refuseWith(eInvoiceIncomplete, findings)
  const invoice = readInvoice({ ...about, reading: { layout, findings, currency } }, profile)
  refuseWith(eInvoiceIncomplete, findings)
  checkTotals(invoice, findings)
  refuseWith(eInvoiceDoesNotAddUp, findings)
  return { ...invoice, remarks: remarksOn(invoice) }
}

const refuseWith = (problem: typeof eInvoiceIncomplete, findings: Findings): void => {
  const errors = findings.all()
  if (errors.length > 0) throw problem({ errors })
}

const layoutOf = ({ name, namespace }: XmlElement): Layout => {
  if (namespace === 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' && name === 'Invoice')
    return ublLayout('Invoice')
  if (namespace === 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2' && name === 'CreditNote')
    return ublLayout('CreditNote')
  if (namespace === 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100' && name === 'CrossIndustryInvoice')
    return ciiLayout
  if (namespace === zugferd1)
    throw eInvoiceUnsupportedProfile({
      errors: [{ pointer: '#', detail: 'This is ZUGFeRD 1.0. Ask for ZUGFeRD 2 (Factur-X) or XRechnung.' }],
    })
  const stranger = `${shortened(name)} of the namespace “${cut(namespace, 100)}”`
  throw unreadableBecause(
    `Its outermost element is ${stranger}, not a UBL Invoice or CreditNote and not a CrossIndustryInvoice.`,
  )
}

const readCurrency = (head: Spot): Currency => {
  const { layout, findings } = head.reading
  const code = requiredText(head, 'currency', layout.currency)
  if (!Currency.safeParse(code).success)
    findings.refuse('#/currency', `is “${shortened(code)}”, which is no currency`)
  return code
}

const readInvoice = (document: Spot, profile: string): Omit<EInvoice, 'remarks'> => {
  const { layout, currency } = document.reading
  return {
    syntax: layout.syntax,
    profile,
    ...readKind(document),
    number: requiredText(document, 'number', layout.number),
    issueDate: requiredDate(document, 'issueDate', layout.issueDate),
    dueDate: readDueDate(document),
    deliveryDate: fieldDate(document, 'deliveryDate', layout.deliveryDate),
    period: fieldPeriod(document, layout.period),
    currency,
    seller: readParty(document, 'seller'),
    buyer: readParty(document, 'buyer'),
    payee: elementsAt(document.element, layout.payee.at).length > 0 ? readParty(document, 'payee') : undefined,
    references: readReferences(document),
    notes: proseAt(document.element, layout.notes),
    payment: readPayment(document),
    lines: readLines(document),
    adjustments: readAdjustments(document, layout.adjustments),
    taxes: readTaxes(document),
    totals: readTotals(document),
  }
}

const readKind = (document: Spot): Pick<EInvoice, 'kind' | 'typeCode'> => {
  const { layout, findings } = document.reading
  const typeCode = requiredText(document, 'typeCode', layout.typeCode)
  const kind = kindOf(typeCode)
  if (!kind) findings.refuse('#/typeCode', `is ${shortened(typeCode)}, which is neither an invoice nor a credit note`)
  return { kind: kind ?? 'invoice', typeCode }
}

/** Instalments have a date each; then there is no one due date, and the terms in words say what is meant. */
const readDueDate = (document: Spot): EInvoice['dueDate'] => {
  const { layout, findings } = document.reading
  const elements = elementsAt(document.element, layout.dueDate)
  const [element] = elements
  if (!element || new Set(elements.map(wordsOf)).size > 1) return undefined
  findings.place('#/dueDate', element.path)
  return dateIn(document, 'dueDate', element)
}

const readReferences = ({ element, reading }: Spot): EInvoice['references'] => {
  const { references } = reading.layout
  return {
    buyerReference: textAt(element, references.buyerReference),
    order: textAt(element, references.order),
    contract: textAt(element, references.contract),
    project: textAt(element, references.project),
    precedingInvoices: elementsAt(element, references.precedingInvoices)
      .map(wordsOf)
      .filter((number) => number !== undefined),
  }
}

const readPayment = ({ element, reading }: Spot): EInvoicePayment => {
  const { payment } = reading.layout
  return {
    terms: proseAt(element, payment.terms)[0],
    remittance: textAt(element, payment.remittance),
    means: elementsAt(element, payment.means).map((means) => ({
      code: textAt(means, payment.code),
      account: payment.accounts.map((path) => textAt(means, path)).find((account) => account !== undefined),
      accountName: textAt(means, payment.accountName),
      bic: textAt(means, payment.bic),
    })),
  }
}
