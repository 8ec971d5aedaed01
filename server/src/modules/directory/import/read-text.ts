import { importFileUnreadable } from '#modules/directory/problems.ts'
import type { ImportPreview } from './contract.ts'

export type Encoding = ImportPreview['encoding']
export type ReadText = Readonly<{ text: string; encoding: Encoding }>

/**
 * Reads text whose encoding nobody told: by its byte order mark; else as UTF-8 if it is well-formed; else as UTF-16 if
 * every other byte of the start is zero, as in English text saved as "Unicode"; else as Windows-1252, which is how
 * spreadsheets in Western Europe and America save CSV. Every byte means something there, so this never fails.
 */
export const readText = (bytes: Uint8Array): ReadText => {
  refuseOtherFiles(bytes)
  const encoding = markedEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : (zeroedEncoding(bytes) ?? 'windows-1252'))
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\0')) throw importFileUnreadable(because('This looks like no text file.'))
  return { text, encoding }
}

const markedEncoding = ([first, second, third]: Uint8Array): Encoding | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  if (bytes.subarray(0, 1_000).includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const zeroedEncoding = (bytes: Uint8Array): Encoding | undefined => {
  const start = bytes.subarray(0, 200)
  const zeros = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length
  if (zeros(1) > start.length / 4) return 'utf-16le'
  return zeros(0) > start.length / 4 ? 'utf-16be' : undefined
}

/** The beginnings of files that people take for CSV. A workbook is a ZIP archive, an old one a compound file. */
const others: readonly (readonly [string, string])[] = [
  ['504b0304', 'This is a workbook. Save it as CSV first.'],
  ['d0cf11e0', 'This is a workbook. Save it as CSV first.'],
  ['25504446', 'This is a PDF. Export the list as CSV instead.'],
]

const refuseOtherFiles = (bytes: Uint8Array): void => {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const other = others.find(([beginning]) => beginning === start)
  if (other) throw importFileUnreadable(because(other[1]))
}

const because = (detail: string) => ({ errors: [{ pointer: '#', detail }] })
