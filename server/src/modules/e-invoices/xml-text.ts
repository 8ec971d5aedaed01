import { unreadableBecause } from './problems.ts'

/** XML 1.0 production 2, turned around: what may stand nowhere in a document. A NUL would not even fit the database. */
const forbiddenCharacter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** Decodes by byte order mark, else by what the XML declaration says, else as UTF-8 (XML 1.0, appendix F). */
export const xmlTextOf = (bytes: Uint8Array): string => {
  const encoding = encodingOf(bytes)
  const text = decoded(bytes, encoding)
  const forbidden = forbiddenCharacter.exec(text)
  if (forbidden)
    throw unreadableBecause(`At character ${forbidden.index + 1} stands a character that XML does not allow.`)
  return text
}

const encodingOf = (bytes: Uint8Array): string => {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0 && second === 0x3c && third === 0) return 'utf-16be'
  if (first === 0x3c && second === 0 && fourth === 0) return 'utf-16le'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[^"']*)["']/.exec(head)?.groups?.name ?? 'utf-8'
}

const decoded = (bytes: Uint8Array, encoding: string): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError)
      throw unreadableBecause(`It says it is written in ${encoding}, which is no known encoding.`)
    throw unreadableBecause(`It says it is written in ${encoding}, but its bytes are not.`)
  }
}
