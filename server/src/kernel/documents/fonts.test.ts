import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { afterAll, expect, test } from 'vitest'
import { fontWith } from '#test/font-with.ts'
import { createDocuments } from './documents.ts'
import { foldersFor, mayLackFont } from './fonts.ts'
import { createRenderer } from './render.ts'

const documents = createDocuments()
const home = mkdtempSync(join(tmpdir(), 'muster-fonts-'))
afterAll(async () => {
  await documents.close()
  rmSync(home, { recursive: true })
})

test.each([
  ['Latin', 'Łódź Çağrı Þóra Nguyễn ẞ'],
  ['Greek', 'Ελένη Παπαδοπούλου'],
  ['Cyrillic', 'Жанна Щербакова, Қанат Әбдіров'],
  ['Armenian', 'Անահիտ'],
  ['Georgian', 'ნინო'],
  ['Arabic', 'ليلى حداد، ۱۲۳'],
  ['Hebrew', 'שָׁלוֹם כהן'],
  ['Devanagari', 'प्रिया रमन'],
  ['Bengali', 'প্রিয়া'],
  ['Tamil', 'பிரியா'],
  ['Telugu', 'ప్రియ'],
  ['Gujarati', 'પ્રિયા'],
  ['Gurmukhi', 'ਪ੍ਰਿਆ'],
  ['Kannada', 'ಪ್ರಿಯಾ'],
  ['Malayalam', 'പ്രിയ'],
  ['Sinhala', 'ප්‍රියා'],
  ['Thai', 'สมชาย ใจดี'],
  ['Lao', 'ສົມຊາຍ'],
  ['Khmer', 'សុខា'],
  ['Burmese', 'မောင်မောင်'],
  ['Ethiopic', 'አበበ'],
  ['Chinese', '王小明 張偉'],
  ['Japanese', 'さくら サクラ 髙橋'],
  ['Korean', '김민준'],
  ['symbols', '→ ✓ ★ ♪ ∑ € ₹ ₿ ①'],
  ['emoji', '🎨 🚀 😀'],
])('%s has its own letters in every document', async (_, text) => {
  expect(await documents.lettersWithoutFont(text)).toEqual([])
})

test('the letters that no font has are told, each once and no other', async () => {
  expect(await documents.lettersWithoutFont('Priya \u{12000}\u{14400} and \u{12000}')).toEqual(
    expect.arrayContaining(['\u{12000}', '\u{14400}']),
  )
  expect(await documents.lettersWithoutFont('Priya \u{12000}\u{14400} and \u{12000}')).toHaveLength(2)
})

test('a text that every document can show is not asked about', () => {
  expect(mayLackFont('José Müller-Ångström, Ltd. – “Łódź” €5,00\nЖанна')).toBe(false)
  expect(mayLackFont('王')).toBe(true)
})

test('a font of the machine is never used, although the typesetter would find it', async () => {
  const letter = '\u{f0000}'
  const template = join(home, 'note.typ')
  writeFileSync(template, '#set document(title: "Note", date: auto)\n#json(bytes(sys.inputs.data)).text')
  for (const folder of ['.fonts', '.local/share/fonts']) {
    mkdirSync(join(home, folder), { recursive: true })
    writeFileSync(join(home, folder, 'Own.ttf'), fontWith(letter))
  }
  const before = process.env.HOME
  process.env.HOME = home

  const pdf = createRenderer(home, foldersFor(letter))({ template, data: { text: letter }, createdAt: new Date(0) })

  process.env.HOME = before
  expect((await PDF.load(pdf)).extractText()[0]?.text).toBe('[U+F0000]')
})
