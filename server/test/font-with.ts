import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

const kept = ['OS/2', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'post']
/** In DejaVu Sans the capital A; the outlines after it are as good as any. */
const firstGlyph = 36

/**
 * A TrueType font that has these letters and no others. Each is drawn by some outline of DejaVu Sans: fonts of East Asia
 * are too large to come along, and what is tested is that a font is found and used.
 */
export const fontWith = (letters: string): Buffer => {
  const source = readFileSync(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'))
  const tables = [...tablesOf(source), ['cmap', cmapOf(letters)] as const, ['name', nameTable()] as const]
  return fontOf(tables.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

type Table = readonly [tag: string, bytes: Buffer]

const tablesOf = (font: Buffer): readonly Table[] =>
  Array.from({ length: font.readUInt16BE(4) }, (_, index): Table => {
    const entry = 12 + index * 16
    const start = font.readUInt32BE(entry + 8)
    return [font.toString('latin1', entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12))]
  }).filter(([tag]) => kept.includes(tag))

/** The sums of the tables are left at nought, which no reader of ours looks at. */
const fontOf = (tables: readonly Table[]): Buffer => {
  const head = Buffer.alloc(12 + tables.length * 16)
  head.writeUInt32BE(0x10000, 0)
  head.writeUInt16BE(tables.length, 4)
  const padded = tables.map(([, bytes]) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]))
  let start = head.length
  for (const [index, [tag, bytes]] of tables.entries()) {
    const entry = 12 + index * 16
    head.write(tag, entry, 'latin1')
    head.writeUInt32BE(start, entry + 8)
    head.writeUInt32BE(bytes.length, entry + 12)
    start += padded[index]!.length
  }
  return Buffer.concat([head, ...padded])
}

/** Segmented coverage of all of Unicode (OpenType 1.9, cmap, format 12), one group for each letter. */
const cmapOf = (letters: string): Buffer => {
  const points = [...new Set(letters)].map((letter) => letter.codePointAt(0)!).sort((one, other) => one - other)
  const groups = points.flatMap((point, index) => [point, point, firstGlyph + index])
  const longs = [16 + groups.length * 4, 0, points.length, ...groups]
  const shorts = [0, 1, 3, 10, 0, 12, 12, 0]
  return Buffer.concat([shortsOf(shorts), Buffer.concat(longs.map(long))])
}

/** A family of its own, its one style, and the PostScript name without which a font is passed over. */
const nameTable = (): Buffer => {
  const names = [[1, 'East Asian Test'] as const, [2, 'Regular'] as const, [6, 'EastAsianTest'] as const]
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  const startOf = (index: number) => texts.slice(0, index).reduce((sum, { length }) => sum + length, 0)
  const records = names.flatMap(([id], index) => [3, 1, 0x409, id, texts[index]!.length, startOf(index)])
  return Buffer.concat([shortsOf([0, names.length, 6 + records.length * 2, ...records]), ...texts])
}

const shortsOf = (values: readonly number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 0xff])))
const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
