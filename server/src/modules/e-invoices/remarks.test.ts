import { expect, test } from 'vitest'
import { changed, cii, ubl } from '#test/e-invoice-samples.ts'
import { interpretFile } from './interpret-file.ts'

const remarksIn = async (xml: string) => (await interpretFile(Buffer.from(xml))).remarks

/** The train ticket at this quantity and price; its net amount stays 20.00. */
const ticketAt = (quantity: string, price: string) =>
  changed(
    changed(ubl, '<cbc:PriceAmount currencyID="EUR">20.00<', `<cbc:PriceAmount currencyID="EUR">${price}<`),
    /unitCode="C62">[0-9]</,
    `unitCode="C62" >${quantity}<`,
  )

test.each([
  ['UBL', ubl],
  ['CII', cii],
])('nothing is odd about our own invoice in %s', async (_, xml) => {
  expect(await remarksIn(xml)).toEqual([])
})

test('a line whose quantity and price make another amount is told with both', async () => {
  expect(await remarksIn(ticketAt('1', '5.00'))).toEqual([
    {
      code: 'line-arithmetic',
      detail: 'Line 2 says 20.00 EUR, but its quantity and price make 5.00 EUR.',
    },
  ])
})

test.each([
  ['a price rounded to cents, times a thousand', '1500', '0.01'],
  ['a price rounded to a third of a cent', '3', '6.67'],
  ['a cent of the line’s own rounding', '1', '20.01'],
])('%s is no other sum', async (_, quantity, price) => {
  expect(await remarksIn(ticketAt(quantity, price))).toEqual([])
})

test.each([
  ['reverse charge', 'AE'],
  ['zero rated', 'Z'],
  ['exempt from tax', 'E'],
  ['export', 'G'],
  ['outside the scope of tax', 'O'],
])('a line marked as %s with a tax of 19 %% is told', async (meaning, category) => {
  const marked = ubl.replaceAll(/<cbc:ID>S<\/cbc:ID>/g, `<cbc:ID>${category}</cbc:ID>`)

  expect(await remarksIn(marked)).toContainEqual({
    code: 'tax-category',
    detail: `Line 1 is marked ${category} (${meaning}), but has a tax of 19 %.`,
  })
})

test('a line at the standard rate without any tax is told', async () => {
  const marked = ubl.replaceAll(/<cbc:ID>E<\/cbc:ID>/g, '<cbc:ID>S</cbc:ID>')

  expect(await remarksIn(marked)).toContainEqual({
    code: 'tax-category',
    detail: 'Line 2 is marked S (standard rate), but has no tax.',
  })
})

test('two lines of one number are read, with a remark', async () => {
  const twice = changed(ubl, '<cac:InvoiceLine>\n    <cbc:ID>2<', '<cac:InvoiceLine>\n    <cbc:ID>1<')

  expect(await remarksIn(twice)).toEqual([{ code: 'line-id-repeated', detail: '2 lines have the same number 1.' }])
})
