import { PlainDate } from '#kernel/dates.ts'
import { type Money, money } from '#kernel/money.ts'
import { nachaFile } from '#modules/payments/nacha-file.ts'
import type { NachaOrder, NachaPayment } from '#modules/payments/nacha-order.ts'
import { nachaFaults } from './nacha-check.ts'

export const day = (text: string) => PlainDate.parse(text)
export const usd = (minor: bigint) => money(minor, 'USD')

export const toPriya: NachaPayment = {
  payeeName: 'Priya Raman',
  holder: 'individual',
  routingNumber: '231380104',
  accountNumber: '744567891',
  accountType: 'checking',
  amount: usd(125_000n),
  individualId: 'PAY-1',
  effectiveOn: day('2026-11-24'),
  remittances: [],
}
export const toStudio: NachaPayment = {
  ...toPriya,
  payeeName: 'Bright Pixel LLC',
  holder: 'business',
  individualId: 'PAY-2',
  amount: usd(250_001n),
  remittances: [
    { invoiceNumber: 'INV-200', amount: usd(250_000n) },
    { invoiceNumber: 'INV-201', amount: usd(1n) },
  ],
}
export const orderOf = (payments: readonly NachaPayment[], changes: Partial<NachaOrder> = {}): NachaOrder => ({
  originator: {
    companyName: 'Northwind Inc',
    companyId: '1812345678',
    bankName: 'First Bank',
    bankRoutingNumber: '121042882',
    immediateOrigin: '1812345678',
    odfiRoutingNumber: '121042882',
  },
  payments,
  createdAt: new Date('2026-11-23T17:05:00Z'),
  timeZone: 'America/New_York',
  fileIdModifier: 'A',
  firstTraceSequence: 1,
  ...changes,
})
export const written = (order: NachaOrder) => {
  const file = nachaFile(order)
  if (!file.ok) throw new Error(file.refusals.map(({ field, detail }) => `${field}: ${detail}`).join('\n'))
  return { ...file, lines: file.text.split('\n'), faults: nachaFaults(Buffer.from(file.text)) }
}
export const refusalsOf = (order: NachaOrder) => {
  const file = nachaFile(order)
  return file.ok ? [] : file.refusals
}

export const invoice = (invoiceNumber: string, amount: Money) => ({ invoiceNumber, amount })
