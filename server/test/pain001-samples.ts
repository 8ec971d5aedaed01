import fc from 'fast-check'
import { PlainDate } from '#kernel/dates.ts'
import { type Money, money } from '#kernel/money.ts'
import type { PostalAddress } from '#kernel/postal-address.ts'
import { pain001File } from '#modules/payments/pain001-file.ts'
import type { Pain001Order, Pain001Payment } from '#modules/payments/pain001-order.ts'

export const day = (text: string) => PlainDate.parse(text)
export const eur = (minor: bigint) => money(minor, 'EUR')

export const berlin: PostalAddress = {
  line1: 'Hauptstraße 5',
  line2: null,
  postalCode: '10115',
  region: null,
  city: 'Berlin',
  country: 'DE',
}
export const northwind = {
  name: 'Northwind GmbH',
  address: berlin,
  iban: 'DE02120300000000202051',
  bic: 'BYLADEM1001',
}
export const toPriya: Pain001Payment = {
  debtor: northwind,
  creditorName: 'Priya Raman',
  creditorAddress: {
    line1: '1 rue de la Paix',
    line2: 'Bât. B',
    postalCode: '75002',
    region: null,
    city: 'Paris',
    country: 'FR',
  },
  account: { kind: 'iban', iban: 'FR1420041010050500013M02606', bic: undefined },
  amount: eur(123_456n),
  executeOn: day('2026-11-24'),
  endToEndId: 'PAY-1',
  remittance: 'Invoice 2026-17',
}
export const toTexas: Pain001Payment = {
  ...toPriya,
  creditorAddress: {
    line1: '500 Congress Ave',
    line2: null,
    postalCode: '78701',
    region: 'TX',
    city: 'Austin',
    country: 'US',
  },
  account: { kind: 'other', accountNumber: '744567891', bank: { routingNumber: '231380104' } },
  amount: money(500_000n, 'USD'),
  endToEndId: 'PAY-2',
}
export const toTokyo: Pain001Payment = {
  ...toTexas,
  account: { kind: 'other', accountNumber: '1234567', bank: { bic: 'MHCBJPJT' } },
  creditorAddress: { ...berlin, city: 'Tokyo', country: 'JP' },
  amount: money(150_000n, 'JPY'),
  endToEndId: 'PAY-3',
}
export const iban = (text: string, bic?: string) => ({ account: { kind: 'iban', iban: text, bic } }) as const
export const orderOf = (payments: readonly Pain001Payment[], changes: Partial<Pain001Order> = {}): Pain001Order => ({
  messageId: 'RUN-2026-48',
  createdAt: new Date('2026-11-23T10:00:00.123Z'),
  timeZone: 'Europe/Berlin',
  initiatingParty: 'Northwind GmbH',
  payments,
  ...changes,
})
export const written = (order: Pain001Order) => {
  const file = pain001File(order)
  if (!file.ok) throw new Error(file.refusals.map(({ field, detail }) => `${field}: ${detail}`).join('\n'))
  return file
}
export const refusalsOf = (order: Pain001Order) => {
  const file = pain001File(order)
  return file.ok ? [] : file.refusals
}

export const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(
    ']]>',
    '<![CDATA[',
    '&#0;',
    '\ud800',
    '\uffff',
    '\u202e',
    "'; drop table--",
    '﷽',
    '   ',
    'x'.repeat(500),
  ),
)
export const anyMoney: fc.Arbitrary<Money> = fc
  .tuple(fc.bigInt(1n, 99_999_999_999n), fc.constantFrom('EUR', 'USD', 'GBP', 'JPY', 'KWD', 'CLF'))
  .map(([minor, currency]) => money(minor, currency))
export const anyPayment = fc
  .record({
    base: fc.constantFrom(toPriya, toTexas, toTokyo),
    creditorName: hostile.filter((name) => name.trim() !== ''),
    remittance: hostile,
    line: hostile,
    region: fc.option(hostile),
    city: hostile.map((text) => `Bonn ${text}`),
    amount: anyMoney,
    executeOn: fc.constantFrom(day('2026-11-24'), day('2026-11-25'), day('2027-01-04')),
  })
  .map(({ base, line, region, city, ...rest }) => ({
    ...base,
    ...rest,
    creditorAddress: { line1: line, line2: line, postalCode: line, region, city, country: 'DE' },
  }))
export const anyPayments = fc
  .array(anyPayment, { minLength: 1, maxLength: 25 })
  .map((payments) => payments.map((payment, at) => ({ ...payment, endToEndId: `E${at}` })))
