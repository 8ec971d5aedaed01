import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dressed } from './mail-content.ts'

const brand = { programmeName: 'Northwind Studio Network', organizationName: 'Northwind', color: '#4f46e5' }
const letter = {
  heading: 'Invoice 7 is approved',
  paragraphs: ['You can see when it will be paid.'],
  facts: [['Amount', '1,250.00 USD']],
  button: { label: 'See when it is paid', url: 'https://muster.example.com/northwind/portal' },
} as const

test('what somebody wrote stays text in both forms', () => {
  const hostile = '<img src=x onerror=alert(1)> " onclick="x'

  const { html } = dressed({ ...letter, heading: hostile, paragraphs: [hostile], facts: [[hostile, hostile]] }, brand)

  expect(html).not.toContain('<img')
  expect(html).not.toMatch(/" onclick="/)
})

test('no text of any kind opens a tag', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const tags = (html: string) => html.match(/<[a-z!/]/g)?.length
      const plain = dressed({ ...letter, paragraphs: ['x'] }, brand)
      expect(tags(dressed({ ...letter, paragraphs: [text] }, brand).html)).toBe(tags(plain.html))
    }),
  )
})

test('the plain form says the same, with the address under the label', () => {
  expect(dressed(letter, brand).text).toBe(
    [
      'Invoice 7 is approved',
      'You can see when it will be paid.',
      'Amount: 1,250.00 USD',
      'See when it is paid:\nhttps://muster.example.com/northwind/portal',
      'Northwind',
    ].join('\n\n'),
  )
})

test('the letters of a button stand out on light and on dark colours', () => {
  expect(dressed(letter, { ...brand, color: '#ffe066' }).html).toContain('color:#1f2328;text-decoration')
  expect(dressed(letter, { ...brand, color: '#1e1b4b' }).html).toContain('color:#ffffff;text-decoration')
})
