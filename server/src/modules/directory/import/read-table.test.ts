import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countryOf } from './country-of.ts'
import { guessColumns, isMapped } from './guess-columns.ts'
import { readTable } from './read-table.ts'
import { readText } from './read-text.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

describe('what is no list is refused, and it says what to do', () => {
  test.each([
    ['a workbook', bytes([0x50, 0x4b, 3, 4], 'xl/workbook.xml'), 'This is a workbook. Save it as CSV first.'],
    ['an old workbook', bytes([0xd0, 0xcf, 0x11, 0xe0]), 'This is a workbook. Save it as CSV first.'],
    ['a PDF', bytes('%PDF-1.7'), 'This is a PDF. Export the list as CSV instead.'],
    ['a picture', bytes([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0]), 'This looks like no text file.'],
  ])('%s', (_, content, detail) => {
    expect(refusalOf(() => readText(content))).toMatchObject({ errors: [{ pointer: '#', detail }] })
  })

  test.each([
    ['nothing at all', '', 'There are no rows below the headers.'],
    ['blank lines', '\n\n  \n', 'There are no rows below the headers.'],
    ['headers alone', 'Name,E-mail\n', 'There are no rows below the headers.'],
    [
      'a cell that never ends',
      'Name,E-mail\n"Ana,ana@example.com\nBen,ben@example.com\n',
      'A quotation mark near line',
    ],
  ])('%s', (_, text, detail) => {
    expect(refusalOf(() => readTable(text))).toMatchObject({
      errors: [{ pointer: '#', detail: expect.stringContaining(detail) }],
    })
  })

  test('more rows than anybody imports at once', () => {
    const text = `Name,E-mail\n${'a,b\n'.repeat(20_001)}`

    expect(JSON.stringify(refusalOf(() => readTable(text)))).toContain('Split the file')
  })
})

const refusalOf = (read: () => unknown): unknown => {
  try {
    return read()
  } catch (refusal) {
    return (refusal as { extras: unknown }).extras
  }
}

describe('text is read in whatever encoding a spreadsheet saved it', () => {
  const text = 'Näme;E-Mail\nŁukasz Ω 李;l@example.com\n'
  const western = 'Name;Ort\nJosé “Pepe” Peña;Zürich €\n'

  test.each([
    ['UTF-8', bytes(text), 'utf-8', text],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], text), 'utf-8', text],
    ['UTF-16 with a mark', bytes([0xff, 0xfe], [...Buffer.from(text, 'utf16le')]), 'utf-16le', text],
    ['UTF-16 the other way', bytes([0xfe, 0xff], [...Buffer.from(text, 'utf16le').swap16()]), 'utf-16be', text],
    ['UTF-16 without a mark', Buffer.from('Name;Ort\nAna;Porto\n', 'utf16le'), 'utf-16le', 'Name;Ort\nAna;Porto\n'],
    [
      'Windows-1252',
      bytes(
        'Name;Ort\nJos',
        [0xe9],
        ' ',
        [0x93],
        'Pepe',
        [0x94],
        ' Pe',
        [0xf1],
        'a;Z',
        [0xfc],
        'rich ',
        [0x80],
        '\n',
      ),
      'windows-1252',
      western,
    ],
  ])('%s', (_, content, encoding, expected) => {
    expect(readText(content)).toEqual({ encoding, text: expected })
  })
})

describe('rows are found however they are written', () => {
  test.each([
    ['commas', 'Name,E-mail\nAna,a@b.example\n', ','],
    ['semicolons, with commas in the cells', 'Name;E-mail\n"Lima, Ana";a@b.example\nLima, Bo;b@b.example\n', ';'],
    ['tabs', 'Name\tE-mail\nAna\ta@b.example\n', '\t'],
    ['bars', 'Name|E-mail\nAna|a@b.example\n', '|'],
    ['a spreadsheet’s own word for it', 'sep=;\nName;E-mail\nAna;a@b.example\n', ';'],
    ['one column only', 'Name\nAna\n', ','],
  ])('%s', (_, text, delimiter) => {
    expect(readTable(text)).toMatchObject({
      delimiter,
      headers: ['Name', ...(text.includes('E-mail') ? ['E-mail'] : [])],
    })
  })

  test('rows keep the number they have in a spreadsheet, blank rows and line breaks in cells or not', () => {
    const { rows } = readTable('Name,About\r\nAna,"one\ntwo"\r\n\r\n,\r\nBen,"says ""hi"""\r\n')

    expect(rows).toEqual([
      { row: 2, cells: ['Ana', 'one\ntwo'] },
      { row: 5, cells: ['Ben', 'says "hi"'] },
    ])
  })

  test('whatever is in the cells, they are read as they were written', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `x${text.replace(/\r/g, '')}x`)
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), (cells, delimiter) => {
        const table = readTable(stringify([['A', 'B', 'C'], ...cells], { delimiter, quoted: true }))
        expect(table.rows.map((row) => row.cells)).toEqual(cells)
        expect(table.delimiter).toBe(delimiter)
      }),
    )
  })
})

describe('columns are recognised by what people write above them', () => {
  test.each([
    [
      ['Name', 'E-mail', 'Country'],
      ['displayName', 'email', 'country'],
    ],
    [
      ['First Name', 'SURNAME', 'Work e-mail'],
      ['firstName', 'lastName', 'email'],
    ],
    [
      ['Vorname', 'Nachname', 'E-Mail-Adresse', 'Land', 'Kenntnisse'],
      ['firstName', 'lastName', 'email', 'country', 'skills'],
    ],
    [
      ['Nom complet', 'Adresse e-mail', 'Pays', 'Compétences'],
      ['displayName', 'email', 'country', 'skills'],
    ],
    [
      ['Phone number (mobile)', 'Time zone', 'External id'],
      ['phone', 'timeZone', 'externalId'],
    ],
    [
      ['Favourite colour', '', 'Name', 'Full name'],
      ['ignore', 'ignore', 'displayName', 'ignore'],
    ],
  ])('%s', (headers, fields) => {
    expect(guessColumns(headers)).toEqual(fields)
  })

  test('nothing is imported without a column of names and one of addresses', () => {
    expect(isMapped(['displayName', 'country'])).toBe(false)
    expect(isMapped(['email'])).toBe(false)
    expect(isMapped(['lastName', 'email'])).toBe(true)
  })
})

test.each([
  ['US', 'US'],
  ['usa', 'US'],
  ['U.S.A.', 'US'],
  ['United Kingdom', 'GB'],
  ['uk', 'GB'],
  ['Deutschland', 'DE'],
  ['España', 'ES'],
  ['espana', 'ES'],
  ['日本', 'JP'],
  ['대한민국', 'KR'],
  ['مصر', 'EG'],
  ['Côte d’Ivoire', 'CI'],
  ['Yugoslavia', undefined],
  ['YU', undefined],
  ['Atlantis', undefined],
  ['', undefined],
])('the country written %s is %s', (written, code) => {
  expect(countryOf(written)).toBe(code)
})
