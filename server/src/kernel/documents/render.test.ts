import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { pdfdetach, popplerTest } from '#test/poppler.ts'
import { foldersFor } from './fonts.ts'
import type { Image } from './image.ts'
import type { JsonValue } from './json-value.ts'
import { createRenderer, type RenderRequest } from './render.ts'

const root = mkdtempSync(join(tmpdir(), 'muster-render-'))
afterAll(() => rmSync(root, { recursive: true }))

const template = join(root, 'note.typ')
writeFileSync(
  template,
  `#let given = json(bytes(sys.inputs.data))
#set document(title: given.at("title", default: "Note"), date: auto)
#set text(font: "DejaVu Sans")
#given.text
#for (name, path) in json(bytes(sys.inputs.pictures)) { image(path, height: 20pt, alt: name) }
#for it in json(bytes(sys.inputs.attachments)) {
  pdf.attach("/" + it.name, read(it.path, encoding: none), mime-type: it.mediaType, relationship: it.relationship,
    description: it.description)
}
`,
)

const fonts = foldersFor('王小明')
const render = createRenderer(root, fonts)
const createdAt = new Date('2026-11-12T16:20:11Z')
const note = (text: JsonValue, more: Partial<RenderRequest> = {}) =>
  render({ template, data: { text }, createdAt, ...more })
const textOf = async (pdf: Uint8Array) =>
  (await PDF.load(pdf))
    .extractText()
    .map((page) => page.text)
    .join('\n')

const chunk = (kind: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
/** One pixel of a grey. */
const png = (grey: number): Image => ({
  format: 'png',
  bytes: Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, grey]))),
    chunk('IEND', Buffer.alloc(0)),
  ]),
})

test('a template outside the templates is refused', () => {
  expect(() => note('x', { template: join(tmpdir(), 'elsewhere.typ') })).toThrow('lies outside')
})

test('data that does not fit the template is a defect that says what is wrong', () => {
  expect(() => render({ template, data: {}, createdAt })).toThrow('could not be set')
})

test('a damaged picture is a defect, and the next document is not touched by it', () => {
  const images = { logo: { format: 'png', bytes: png(1).bytes.subarray(0, 50) } } as const

  expect(() => note('x', { images })).toThrow('could not be set')
  expect(note('x').length).toBeGreaterThan(1_000)
})

test.each(['../secret', '/etc/passwd', 'a b.xml', 'noextension', ''])('an attachment named %j is refused', (name) => {
  const attachment = {
    name,
    bytes: Buffer.from('x'),
    mediaType: 'text/xml',
    relationship: 'data',
    description: '',
  } as const

  expect(() => note('x', { attachments: [attachment] })).toThrow('no plain file name')
})

test.each([
  '#panic("x")',
  '#read("/etc/passwd")',
  '$x^2$ = \\alpha',
  '*bold* _it_ `code` @ref <label>',
  '\\u{41} \\ "quotes" \'single\'',
  '// comment /* block */',
  '= Heading',
  '#{ while true {} }',
  '<b>&amp;</b> {{x}} <%= x %>',
])('%s is shown as it was written', async (text) => {
  expect(await textOf(note(text))).toBe(text)
})

test('any text at all can be set', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 20 }), (text, title) => {
      expect(render({ template, data: { text, title }, createdAt }).length).toBeGreaterThan(1_000)
    }),
    { numRuns: 150 },
  )
})

test('half a character, as a cut text may end with, does not stop a document', async () => {
  expect(await textOf(note('Priya \ud83e'))).toBe('Priya \ufffd')
})

test('characters that hide or that turn the direction of what follows are left out', async () => {
  expect(await textOf(note('Pay \u202e00.1$\u202c\u0000\u0007\ufeff now'))).toBe('Pay 00.1$ now')
})

test('letters that no font has are written as code points, so that no name is lost', async () => {
  expect(await textOf(note('\u{14400}\u{14401} Priya \u{12000}'))).toBe('[U+14400 U+14401] Priya [U+12000]')
})

test.each([
  ['Latin', 'Łódź Çağrı Þóra Nguyễn'],
  ['Greek', 'Ελένη Παπαδοπούλου'],
  ['Cyrillic', 'Жанна Щербакова'],
  ['Armenian', 'Անահիտ'],
  ['Georgian', 'ნინო'],
])('%s names are set in their own letters', async (_, name) => {
  expect(await textOf(note(name))).toBe(name)
})

test.each([
  ['Arabic', 'ليلى حداد'],
  ['Hebrew', 'שלום כהן'],
  ['Devanagari', 'प्रिया रमन'],
])('%s names need no code points', async (_, name) => {
  expect(await textOf(note(name))).not.toContain('U+')
})

test('Chinese, Japanese and Korean names are set in their own letters', async () => {
  expect(await textOf(note('王小明 さくら 김민'))).toBe('王小明 さくら 김민')
})

test('the same request gives the same bytes, also from another renderer and after other documents', () => {
  const first = note('Priya Raman', { images: { logo: png(7) } })
  note('Dana Whitfield', { images: { logo: png(8) } })

  expect(Buffer.from(note('Priya Raman', { images: { logo: png(7) } })).equals(first)).toBe(true)
  const fresh = createRenderer(
    root,
    fonts,
  )({ template, data: { text: 'Priya Raman' }, createdAt, images: { logo: png(7) } })
  expect(Buffer.from(fresh).equals(first)).toBe(true)
})

test('a picture of the same name is the one that was given, not the one before', () => {
  const [black, white] = [note('x', { images: { logo: png(0) } }), note('x', { images: { logo: png(255) } })]

  expect(Buffer.from(black).equals(white)).toBe(false)
})

test('a document says that it was made when the caller says so', async () => {
  expect((await PDF.load(note('x'))).getCreationDate()).toEqual(createdAt)
})

test('a document claims PDF/A-3b, for decades of reading', () => {
  const text = Buffer.from(note('x')).toString('latin1')

  expect(text).toMatch(/pdfaid:part>3</)
  expect(text).toMatch(/pdfaid:conformance>B</)
})

popplerTest('an e-invoice travels inside the document under its own name', () => {
  const attachment = {
    ...{ name: 'factur-x.xml', bytes: Buffer.from('<a/>'), mediaType: 'text/xml' },
    ...({ relationship: 'alternative', description: 'Factur-X' } as const),
  }

  expect(pdfdetach(note('x', { attachments: [attachment] }))).toContain('1: factur-x.xml')
})
