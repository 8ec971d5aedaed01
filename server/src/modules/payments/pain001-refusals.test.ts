import { expect, test } from 'vitest'
import { z } from 'zod'
import { money } from '#kernel/money.ts'
import { berlin, day, eur, iban, northwind, orderOf, refusalsOf, toPriya, toTexas } from '#test/pain001-samples.ts'
import { sharedJson, sharedTest } from '#test/shared-data.ts'
import type { Pain001Payment } from './pain001-order.ts'

type Refused = Readonly<{ field: string; change: Partial<Pain001Payment>; detail: string }>
const wrongIban = 'This is not an IBAN: its characters do not fit together.'
const wrongBic = 'A BIC has eight or eleven capital letters and digits.'
const wrongReference = 'The reference has at most 35 letters, digits and signs that banks accept.'
const other = (accountNumber: string, bank: { bic: string } | { routingNumber: string }) =>
  ({ account: { kind: 'other', accountNumber, bank } }) as const
const reference = (endToEndId: string): Refused => ({
  field: 'endToEndId',
  change: { endToEndId },
  detail: wrongReference,
})

test.each<Refused>([
  { field: 'creditorName', change: { creditorName: ' \n' }, detail: 'The payee has no name.' },
  { field: 'account/iban', change: iban('FR1420041010050500013M02607'), detail: wrongIban },
  { field: 'account/iban', change: iban('FR14 2004 1010 0505 0001 3M02 606'), detail: wrongIban },
  { field: 'account/bic', change: iban('FR1420041010050500013M02606', 'abc'), detail: wrongBic },
  { field: 'debtor/iban', change: { debtor: { ...northwind, iban: 'DE00120300000000202051' } }, detail: wrongIban },
  { field: 'debtor/bic', change: { debtor: { ...northwind, bic: '<>' } }, detail: wrongBic },
  {
    field: 'debtor/name',
    change: { debtor: { ...northwind, name: '北风' } },
    detail: 'Write the name in Latin letters.',
  },
  {
    field: 'account/accountNumber',
    change: other('1'.repeat(35), { bic: 'MHCBJPJT' }),
    detail: 'An account number has at most 34 letters, digits and hyphens.',
  },
  { field: 'account/bic', change: other('1', { bic: 'MHCB' }), detail: wrongBic },
  {
    field: 'account/routingNumber',
    change: other('1', { routingNumber: '12' }),
    detail: 'This is not a routing number: its nine digits do not fit together.',
  },
  {
    field: 'creditorAddress/city',
    change: { creditorAddress: { ...berlin, city: '東京' } },
    detail: 'Write the city in Latin letters.',
  },
  {
    field: 'creditorAddress/country',
    change: { creditorAddress: { ...berlin, country: 'Germany' } },
    detail: 'The country has two capital letters, such as DE.',
  },
  { field: 'amount', change: { amount: eur(0n) }, detail: 'The amount must be more than zero.' },
  { field: 'amount', change: { amount: eur(-1n) }, detail: 'The amount must be more than zero.' },
  {
    field: 'amount',
    change: { amount: eur(100_000_000_000n) },
    detail: 'One SEPA payment is at most EUR 999,999,999.99.',
  },
  {
    field: 'amount',
    change: { amount: money(1n, 'U"D') },
    detail: 'A currency has three capital letters, such as EUR.',
  },
  { field: 'executeOn', change: { executeOn: day('2026-11-20') }, detail: 'The day of payment is over.' },
  {
    field: 'executeOn',
    change: { executeOn: day('2026-12-25') },
    detail: 'Euro payments are not settled on 25 December 2026.',
  },
  {
    field: 'executeOn',
    change: { executeOn: day('2026-11-28') },
    detail: 'Euro payments are not settled on 28 November 2026.',
  },
  reference(''),
  reference('X'.repeat(36)),
  reference('/PAY'),
  reference('PAY/'),
  reference('PAY//1'),
  reference('PAY&1'),
  reference('PÁY'),
])(
  'a payment is refused by its place in the order, its $field and the reason: $detail',
  ({ field, change, detail }) => {
    const order = orderOf([toPriya, { ...toPriya, endToEndId: 'PAY-9', ...change }])

    expect(refusalsOf(order)).toEqual([{ paymentIndex: 1, field, detail }])
  },
)

test('outside SEPA the payee’s address is needed, inside it is not', () => {
  expect(refusalsOf(orderOf([{ ...toTexas, creditorAddress: undefined }]))).toMatchObject([
    { field: 'creditorAddress' },
  ])
  expect(refusalsOf(orderOf([{ ...toPriya, creditorAddress: undefined }]))).toEqual([])
})

test('two payments with one reference are refused, both', () => {
  expect(refusalsOf(orderOf([toPriya, toTexas, toPriya]))).toMatchObject([
    { paymentIndex: 0, field: 'endToEndId' },
    { paymentIndex: 2, field: 'endToEndId' },
  ])
})

test('a file of nothing, without a reference or without a sender is refused', () => {
  expect(refusalsOf(orderOf([]))).toMatchObject([{ field: 'payments' }])
  expect(refusalsOf(orderOf([toPriya], { messageId: 'X'.repeat(29) }))).toMatchObject([{ field: 'messageId' }])
  expect(refusalsOf(orderOf([toPriya], { messageId: '<x>' }))).toMatchObject([{ field: 'messageId' }])
  expect(refusalsOf(orderOf([toPriya], { initiatingParty: '' }))).toMatchObject([{ field: 'initiatingParty' }])
  expect(refusalsOf(orderOf([{ ...toTexas, amount: money(10n ** 18n, 'USD') }]))).toMatchObject([
    { paymentIndex: undefined, field: 'payments' },
    { paymentIndex: 0, field: 'amount' },
  ])
})

sharedTest('an account damaged since it was entered is found, and no sound one is', () => {
  const vectors = sharedJson(
    'identifiers/iban-vectors.json',
    z.array(z.object({ value: z.string(), valid: z.boolean(), why: z.string().optional() })),
  )
  const told = vectors.filter(({ valid, why }) => valid || why === 'one digit changed' || why === 'check digits 00')
  const payments = told.map(({ value }, at) => ({
    ...toPriya,
    ...iban(value.replaceAll(/[ .-]/g, '').toUpperCase()),
    endToEndId: `E${at}`,
  }))
  const refused = new Set(refusalsOf(orderOf(payments)).map(({ paymentIndex }) => paymentIndex))

  expect(told.length).toBeGreaterThan(150)
  expect(told.filter(({ valid }, at) => valid === refused.has(at))).toEqual([])
})
