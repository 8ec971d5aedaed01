import { describe, expect, test } from 'vitest'
import { xmlTextOf } from './xml-text.ts'

const refused = (detail: RegExp) =>
  expect.objectContaining({
    slug: 'e-invoice-unreadable',
    extras: { errors: [{ pointer: '#', detail: expect.stringMatching(detail) }] },
  })

const latin1 = (text: string) => Buffer.from(text, 'latin1')

describe('a file is refused', () => {
  test('when it names an encoding that does not exist', () => {
    expect(() => xmlTextOf(latin1('<?xml version="1.0" encoding="UTF-8-W/O-BOM"?><a/>'))).toThrow(
      refused(/UTF-8-W\/O-BOM, which is no known encoding/),
    )
  })

  test('when its bytes are not in the encoding it names', () => {
    expect(() => xmlTextOf(latin1('<?xml version="1.0" encoding="UTF-8"?><a>Köln</a>'))).toThrow(
      refused(/bytes are not/),
    )
    expect(() => xmlTextOf(latin1('<a>Köln</a>'))).toThrow(refused(/bytes are not/))
  })

  test('when UTF-16 stops in the middle of a character', () => {
    expect(() => xmlTextOf(Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x61]))).toThrow(refused(/bytes are not/))
  })

  test.each(['\u0000', '\u0008', '\u001b', '\ufffe', '\uffff'])(
    'when it holds %j, which XML does not allow',
    (bad) => {
      expect(() => xmlTextOf(Buffer.from(`<a>${bad}</a>`))).toThrow(refused(/character 4 stands a character/))
    },
  )
})

describe('a file is read', () => {
  const text = '<a>Köln, Ω, 東京, 💶</a>'
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 big endian with a mark', swapped(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ])('in %s', (_, bytes) => {
    expect(xmlTextOf(bytes)).toBe(text)
  })

  test('by its byte order mark when the declaration says otherwise', () => {
    const declared = `<?xml version="1.0" encoding="ISO-8859-1"?>${text}`

    expect(xmlTextOf(Buffer.from(`\ufeff${declared}`))).toBe(declared)
  })

  test.each(['utf16le', 'big endian'])('in UTF-16 without a mark, by its first tag (%s)', (order) => {
    const little = Buffer.from('<?xml version="1.0"?><a>Ω</a>', 'utf16le')

    expect(xmlTextOf(order === 'utf16le' ? little : swapped(little))).toContain('<a>Ω</a>')
  })

  test.each(['ISO-8859-1', 'iso-8859-1', 'windows-1252', 'latin1'])('in the %s it declares', (encoding) => {
    expect(xmlTextOf(latin1(`<?xml version='1.0' encoding='${encoding}'?><a>Köln</a>`))).toContain('Köln')
  })
})
