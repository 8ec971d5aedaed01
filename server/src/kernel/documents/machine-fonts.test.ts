import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { afterAll, expect, test } from 'vitest'
import { fontWith } from '#test/font-with.ts'
import { foldersFor, fontFolders } from './fonts.ts'
import { createRenderer } from './render.ts'

const root = mkdtempSync(join(tmpdir(), 'muster-machine-fonts-'))
afterAll(() => rmSync(root, { recursive: true }))

const template = join(root, 'note.typ')
writeFileSync(
  template,
  `#set document(title: "Note", date: auto)
#set text(font: ("Libertinus Serif", "DejaVu Sans"))
#json(bytes(sys.inputs.data)).text`,
)
const folderWith = (files: Readonly<Record<string, Uint8Array>>): string => {
  const folder = mkdtempSync(join(root, 'fonts-'))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  return folder
}
const name = '王小明 さくら 김민'
const folder = folderWith({ 'EastAsian.ttf': fontWith(name.replaceAll(' ', '')) })

const made = (text: string, machineFonts: string | undefined): Uint8Array => {
  const data = { text }
  return createRenderer(root, foldersFor(data, machineFonts))({ template, data, createdAt: new Date(0) })
}
const textOf = async (pdf: Uint8Array) =>
  (await PDF.load(pdf))
    .extractText()
    .map((page) => page.text)
    .join('\n')

// Fonts of East Asia that came with the dependencies are tested where documents are set.
const hasNoOthers = test.skipIf(fontFolders().length > 1)

hasNoOthers.each([
  ['no folder is named', () => undefined],
  ['the folder does not exist', () => join(root, 'nowhere')],
  ['the folder is empty', () => folderWith({})],
  [
    'the folder holds something else',
    () => folderWith({ 'notes.txt': Buffer.from('x'), 'cut.ttc': Buffer.from('ttcf') }),
  ],
])('where %s, such letters show as their code', async (_, where) => {
  expect(await textOf(made('王 Priya', where()))).toBe('[U+738B] Priya')
})

hasNoOthers(
  'a letter that the machine’s font does not have either shows as its code, beside those it has',
  async () => {
    expect(await textOf(made('王 明 龍', folder))).toBe('王 明 [U+9F8D]')
  },
)

test('a document without such letters does not look at the folder, and is the same with it', () => {
  const text = 'Łódź, Ελένη, Жанна – £1,200.00'

  expect(foldersFor({ text }, folder)).toEqual(fontFolders())
  expect(Buffer.from(made(text, folder)).equals(made(text, undefined))).toBe(true)
})

test.each(['王', 'さ', 'ク', '김', 'ㄅ', '𠮷'])(
  'for %s the folder is looked at, wherever in a document it stands',
  (letter) => {
    expect(foldersFor({ lines: [{ note: null }, { note: `to ${letter}` }] }, folder)).toEqual([
      ...fontFolders(),
      folder,
    ])
  },
)

test('names of East Asia are set in the letters of the machine’s fonts, the same every time', async () => {
  const first = made(name, folder)

  expect(await textOf(first)).toBe(name)
  expect(Buffer.from(made(name, folder)).equals(first)).toBe(true)
})
