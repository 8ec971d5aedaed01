import { crc32, deflateSync } from 'node:zlib'

/** Files made in the tests: the smallest of their kind that a reader would accept. */
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

export const pdf = bytes('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

const uint32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
]

const chunk = (type: string, content: Uint8Array): Uint8Array => {
  const typed = Buffer.concat([Buffer.from(type), content])
  return Buffer.concat([Buffer.from(uint32(content.length)), typed, Buffer.from(uint32(crc32(typed)))])
}

export const png = (width: number, height: number): Uint8Array =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', bytes([...uint32(width), ...uint32(height), 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(new Uint8Array(Math.min((width + 1) * height, 100_000)))),
    chunk('IEND', bytes()),
  ])

/** With `before` bytes of a camera's own data in front of the size. */
export const jpeg = (width: number, height: number, before = 0): Uint8Array => {
  const size = (value: number) => [value >>> 8, value & 255]
  const segments = Array.from({ length: Math.ceil(before / 60_000) }, () =>
    bytes([0xff, 0xe1], size(60_002), 'x'.repeat(60_000)),
  )
  return Buffer.concat([
    bytes([0xff, 0xd8, 0xff, 0xe0], size(16), 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segments,
    bytes([0xff, 0xc0], size(11), [8], size(height), size(width), [1, 1, 0x11, 0]),
    bytes([0xff, 0xd9]),
  ])
}

export const webp = (width: number, height: number): Uint8Array => {
  const size = (value: number) => [(value - 1) & 255, ((value - 1) >>> 8) & 255, (value - 1) >>> 16]
  return bytes('RIFF', [30, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0], size(width), size(height), 'VP8 ')
}

export const heic = bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic', [0, 0, 0, 0])

/** An archive without compression. */
export const zip = (entries: Readonly<Record<string, string>>): Uint8Array => {
  const little = (value: number, length: number) => Array.from({ length }, (_, at) => (value >>> (8 * at)) & 255)
  const local = Object.entries(entries).map(([name, text]) => {
    const meta = [...little(20, 2), ...little(0, 8), ...little(crc32(text), 4), ...little(text.length, 4)]
    return { name, meta: [...meta, ...little(text.length, 4), ...little(name.length, 2), 0, 0], text }
  })
  let offset = 0
  const directory = local.map(({ name, meta, text }) => {
    const entry = bytes('PK\x01\x02', [20, 0], meta, little(0, 10), little(offset, 4), name)
    offset += 30 + name.length + text.length
    return entry
  })
  const length = directory.reduce((sum, entry) => sum + entry.length, 0)
  return Buffer.concat([
    ...local.map(({ name, meta, text }) => bytes('PK\x03\x04', meta, name, text)),
    ...directory,
    bytes('PK\x05\x06', little(0, 4), little(local.length, 2), little(local.length, 2), little(length, 4)),
    bytes(little(offset, 4), [0, 0]),
  ])
}

/** As Word and Excel write it, or with the list of contents last, as others do. */
export const office = (kind: 'word' | 'xl', listed: 'first' | 'last', macro = false): Uint8Array => {
  const main = kind === 'word' ? 'wordprocessingml.document' : 'spreadsheetml.sheet'
  const type = macro
    ? `application/vnd.ms-${kind === 'word' ? 'word.document' : 'excel.sheet'}.macroEnabled.main+xml`
    : `application/vnd.openxmlformats-officedocument.${main}.main+xml`
  const list = {
    '[Content_Types].xml': `<Types><Override PartName="/${kind}/main.xml" ContentType="${type}"/></Types>`,
  }
  const parts = { '_rels/.rels': '<Relationships/>', [`${kind}/main.xml`]: `<main>${'x'.repeat(9_000)}</main>` }
  return zip(listed === 'first' ? { ...list, ...parts } : { ...parts, ...list })
}
