import { describe, expect, test } from 'vitest'
import { PlainDate } from '#kernel/dates.ts'
import { W9 } from './contract.ts'
import { check } from './w9.ts'
import { revisionNamed, revisionOn } from './w9-revision.ts'
import { noticesOn } from './w9-rules.ts'

const today = PlainDate.parse('2026-11-16')
const address = {
  line1: '48 Elm St',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
}
const abroad = { ...address, city: 'Toronto', region: 'ON', postalCode: 'M5V 2T6', country: 'CA' }
const ssn = { kind: 'ssn', number: '219-09-9998' }
const ein = { kind: 'ein', number: '47-9363062' }
const individual = { name: 'Priya Raman', classification: 'individual', address, tin: ssn }
const llc = (llcCode: string) => ({ classification: 'llc', llcCode, tin: ein })

const formWith = (lines: object): W9 => W9.parse({ ...individual, ...lines })

const refusalsOf = (lines: object): [string, string][] => {
  try {
    check(formWith(lines), today)
    return []
  } catch (refused) {
    const { errors } = (refused as { extras: { errors: { pointer: string; detail: string }[] } }).extras
    return errors.map(({ pointer, detail }) => [pointer, detail])
  }
}
const pointersOf = (lines: object) => refusalsOf(lines).map(([pointer]) => pointer)

const noticesFor = (lines: object, payeeName?: string): string[] => {
  const form = formWith(lines)
  expect(pointersOf(lines)).toEqual([])
  return noticesOn({ ...form, tinKind: form.tin.kind }, revisionOn(today), { payeeName })
}

describe('refused at its line', () => {
  test.each([
    ['a corporation with a social security number', { classification: 'c-corporation' }, ['#/tin']],
    ['an S corporation with one', { classification: 's-corporation' }, ['#/tin']],
    ['a partnership with one', { classification: 'partnership' }, ['#/tin']],
    ['an LLC taxed as a C corporation with one', { ...llc('C'), tin: ssn }, ['#/tin']],
    ['an LLC taxed as an S corporation with one', { ...llc('S'), tin: ssn }, ['#/tin']],
    ['an LLC taxed as a partnership with one', { ...llc('P'), tin: ssn }, ['#/tin']],
    ['an LLC that does not say how it is taxed', llc(''), ['#/llcCode']],
    ['a code of an LLC for somebody who is none', { llcCode: 'S' }, ['#/llcCode']],
    ['another classification that is not named', { classification: 'other' }, ['#/otherClassification']],
    ['foreign partners of a single person', { foreignPartners: true }, ['#/foreignPartners']],
    [
      'foreign partners of an LLC taxed as a corporation',
      { ...llc('C'), foreignPartners: true },
      ['#/foreignPartners'],
    ],
    [
      'foreign partners of a corporation',
      { classification: 'c-corporation', tin: ein, foreignPartners: true },
      ['#/foreignPartners'],
    ],
    ['exempt payee code 1 of an individual', { exemptPayeeCode: '1' }, ['#/exemptPayeeCode']],
    ['exempt payee code 5 of an individual', { exemptPayeeCode: '5' }, ['#/exemptPayeeCode']],
    [
      'exempt payee code 5 of an LLC taxed as a partnership',
      { ...llc('P'), exemptPayeeCode: '5' },
      ['#/exemptPayeeCode'],
    ],
    [
      'a state that the Postal Service does not know',
      { address: { ...address, region: 'ZZ' } },
      ['#/address/region'],
    ],
    ['a number that is none', { tin: { kind: 'ssn', number: '666-12-3456' } }, ['#/tin/number']],
    ['an EIN in the boxes of the SSN', { tin: { kind: 'ssn', number: '000-12-3456' } }, ['#/tin/number']],
  ])('%s', (_, lines, pointers) => {
    expect(pointersOf(lines)).toEqual(pointers)
  })

  test.each([
    ['ssn', '111-11-1111'],
    ['ssn', '222 22 2222'],
    ['ssn', '111-22-3333'],
    ['ssn', '345-67-8901'],
    ['ein', '11-1111111'],
    ['ein', '12-3456789'],
    ['ein', '21-2121212'],
  ])('a made-up %s, %s, until its owner says that it is really theirs', (kind, number) => {
    const lines = { ...(kind === 'ein' ? { classification: 'c-corporation' } : {}) }

    expect(pointersOf({ ...lines, tin: { kind, number } })).toEqual(['#/tin/isConfirmed'])
    expect(pointersOf({ ...lines, tin: { kind, number, isConfirmed: true } })).toEqual([])
  })

  test('what is no number stays none, whatever its owner says', () => {
    expect(pointersOf({ tin: { kind: 'ssn', number: '000-00-0000', isConfirmed: true } })).toEqual(['#/tin/number'])
    expect(pointersOf({ tin: { kind: 'ssn', number: '123-45-6789', isConfirmed: true } })).toEqual(['#/tin/number'])
  })

  test('every fault of a form at once', () => {
    const address = { ...individual.address, region: 'ZZ' }

    expect(pointersOf({ classification: 'llc', tin: { kind: 'ein', number: '12' }, address })).toEqual([
      ...['#/tin/number', '#/llcCode', '#/address/region'],
    ])
  })
})

describe('allowed', () => {
  test.each([
    ['an individual with a social security number', {}],
    ['a corporation with an EIN', { classification: 'c-corporation', tin: ein }],
    ['a partnership with foreign partners', { classification: 'partnership', tin: ein, foreignPartners: true }],
    ['an LLC taxed as a partnership with foreign partners', { ...llc('P'), foreignPartners: true }],
    [
      'an organization that is exempt by code 1',
      { classification: 'other', otherClassification: '501(c)(3)', tin: ein, exemptPayeeCode: '1' },
    ],
    ['somebody at a military address', { address: { ...address, region: 'AE' } }],
    ['somebody in Puerto Rico', { address: { ...address, region: 'PR' } }],
  ])('%s, without a word', (_, lines) => {
    expect(noticesFor(lines)).toEqual([])
  })

  test.each([
    ['a U.S. person who lives abroad', { address: abroad }, 'The address is abroad.'],
    ['a sole proprietor with an EIN', { tin: ein }, 'the IRS prefers the social security number'],
    ['a number that was applied for', { tin: { kind: 'applied-for' } }, 'so payments are held'],
    ['an item 2 that is struck out', { secondItemStruck: true }, '24 % backup withholding applies'],
    ['a trust with a social security number', { classification: 'trust-estate' }, 'grantor trust'],
    [
      'a corporation exempt by code 5',
      { classification: 'c-corporation', tin: ein, exemptPayeeCode: '5' },
      'legal or medical',
    ],
    ['an LLC taxed as a corporation, exempt by code 5', { ...llc('S'), exemptPayeeCode: '5' }, 'legal or medical'],
    ['an individual who is a middleman', { exemptPayeeCode: '12' }, 'Individuals are generally not exempt'],
    ['an individual with a FATCA code', { fatcaCode: 'A' }, 'FATCA'],
    ['a company named on line 1 of an individual', { name: 'Raman Design, LLC' }, 'goes on line 2|stands on line 2'],
  ])('%s is pointed out', (_, lines, words) => {
    expect(noticesFor(lines)).toEqual([expect.stringMatching(words)])
  })

  test('a form that names nobody who is paid is pointed out, and neither spelling nor line 2 is another name', () => {
    expect(noticesFor({}, 'Somebody Else')).toEqual([
      expect.stringContaining('the name that payments are made out to'),
    ])
    expect(noticesFor({ name: 'O’Raman' }, "O'RAMAN")).toEqual([])
    expect(noticesFor({ businessName: 'Raman Design LLC' }, 'Raman  Design LLC')).toEqual([])
    expect(noticesFor({}, undefined)).toEqual([])
  })
})

describe('the revision of the form', () => {
  test('is the one of the day of signing, and a kept form is judged by its own', () => {
    expect(revisionOn(today).name).toBe('Rev. March 2024')
    expect(revisionNamed('Rev. March 2024').source).toContain('Instructions for Form W-9')
    expect(() => revisionNamed('Rev. March 1824')).toThrow('no revision')
  })
})
