import { expect, test } from 'vitest'
import { money } from '#kernel/money.ts'
import { day, invoice, orderOf, refusalsOf, toPriya, toStudio, usd, written } from '#test/nacha-samples.ts'
import { fieldErrorsOf } from './bank-file.ts'
import type { NachaOrder, NachaPayment } from './nacha-order.ts'

const closedOn = (date: string) => `Banks in the United States are closed on ${date}.`
const wrongAccount = 'An account number has at most 17 letters, digits and hyphens.'
const wrongRouting = 'This is not a routing number: its nine digits do not fit together.'
const wrongReference = 'The reference has at most 15 letters and digits.'

const wrongSum = 'The amounts of the invoices do not add up to the payment.'
const tooMuchToday = 'This is more than an ACH payment may be on the day it is sent. Pay it a banking day later.'

test.each<Readonly<{ field: keyof NachaPayment; change: Partial<NachaPayment>; detail: string }>>([
  { field: 'payeeName', change: { payeeName: ' ' }, detail: 'The payee has no name.' },
  { field: 'routingNumber', change: { routingNumber: '231380107' }, detail: wrongRouting },
  { field: 'routingNumber', change: { routingNumber: '000000000' }, detail: wrongRouting },
  { field: 'routingNumber', change: { routingNumber: '23138010' }, detail: wrongRouting },
  { field: 'accountNumber', change: { accountNumber: '' }, detail: wrongAccount },
  { field: 'accountNumber', change: { accountNumber: '---' }, detail: wrongAccount },
  { field: 'accountNumber', change: { accountNumber: '1'.repeat(18) }, detail: wrongAccount },
  { field: 'accountNumber', change: { accountNumber: '12\n34' }, detail: wrongAccount },
  { field: 'accountNumber', change: { accountNumber: '12３4' }, detail: wrongAccount },
  { field: 'individualId', change: { individualId: 'X'.repeat(16) }, detail: wrongReference },
  { field: 'individualId', change: { individualId: '' }, detail: wrongReference },
  { field: 'amount', change: { amount: usd(0n) }, detail: 'The amount must be more than zero.' },
  { field: 'amount', change: { amount: usd(-1n) }, detail: 'The amount must be more than zero.' },
  { field: 'amount', change: { amount: usd(10n ** 10n) }, detail: 'One ACH payment is at most $99,999,999.99.' },
  { field: 'amount', change: { amount: money(1n, 'EUR') }, detail: 'ACH moves dollars only, not EUR.' },
  { field: 'amount', change: { amount: usd(100_000_001n), effectiveOn: day('2026-11-23') }, detail: tooMuchToday },
  { field: 'effectiveOn', change: { effectiveOn: day('2026-11-20') }, detail: 'The day of payment is over.' },
  { field: 'effectiveOn', change: { effectiveOn: day('2026-11-26') }, detail: closedOn('26 November 2026') },
  { field: 'effectiveOn', change: { effectiveOn: day('2026-11-28') }, detail: closedOn('28 November 2026') },
  { field: 'remittances', change: { remittances: [invoice('INV-1', usd(124_999n))] }, detail: wrongSum },
  { field: 'remittances', change: { remittances: [invoice('INV-1', money(125_000n, 'EUR'))] }, detail: wrongSum },
])(
  'a payment is refused by its place in the order, its $field and the reason: $detail',
  ({ field, change, detail }) => {
    const order = orderOf([toPriya, { ...toPriya, ...change }, toStudio])

    expect(refusalsOf(order)).toEqual([{ paymentIndex: 1, field, detail }])
  },
)

test.each<[string, Partial<NachaOrder['originator']>]>([
  ['originator/companyName', { companyName: '北风' }],
  ['originator/companyId', { companyId: '12-3456789A' }],
  ['originator/companyId', { companyId: 'lowercase1' }],
  ['originator/bankName', { bankName: '' }],
  ['originator/bankRoutingNumber', { bankRoutingNumber: '121042883' }],
  ['originator/odfiRoutingNumber', { odfiRoutingNumber: 'x' }],
  ['originator/immediateOrigin', { immediateOrigin: '12345678901' }],
])('a payer whose %s is not as the bank assigned it is refused', (field, change) => {
  const { originator } = orderOf([])

  expect(refusalsOf(orderOf([toPriya], { originator: { ...originator, ...change } }))).toMatchObject([
    { paymentIndex: undefined, field },
  ])
})

test('a file of nothing, or one that cannot be told apart from another, is refused', () => {
  expect(refusalsOf(orderOf([]))).toMatchObject([{ field: 'payments', detail: 'There is no payment to send.' }])
  expect(refusalsOf(orderOf([toPriya], { fileIdModifier: 'a' }))).toMatchObject([{ field: 'fileIdModifier' }])
  expect(refusalsOf(orderOf([toPriya], { fileIdModifier: '' }))).toMatchObject([{ field: 'fileIdModifier' }])
})

test.each([0, -1, 1.5, 9_999_999, Number.NaN])('trace numbers from %s on are refused', (firstTraceSequence) => {
  expect(refusalsOf(orderOf([toPriya], { firstTraceSequence }))).toMatchObject([{ field: 'firstTraceSequence' }])
})

test('more money than the control record can say is refused, not wrapped around', () => {
  const largest = { ...toPriya, amount: usd(9_999_999_999n) }

  expect(refusalsOf(orderOf(Array.from({ length: 101 }, () => largest)))).toMatchObject([{ field: 'payments' }])
  expect(written(orderOf(Array.from({ length: 100 }, () => largest))).faults).toEqual([])
})

test('all that is wrong is told at once, and points at the fields', () => {
  const order = orderOf([{ ...toPriya, accountNumber: '', amount: usd(0n) }, toPriya, { ...toPriya, payeeName: '' }])

  expect(fieldErrorsOf(refusalsOf(order)).map(({ pointer }) => pointer)).toEqual([
    '#/payments/0/accountNumber',
    '#/payments/0/amount',
    '#/payments/2/payeeName',
  ])
  expect(fieldErrorsOf(refusalsOf(orderOf([])))[0]?.pointer).toBe('#/payments')
})
