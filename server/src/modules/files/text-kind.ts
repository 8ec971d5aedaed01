/** What a file without a signature of its own turned out to be. */
export type TextKind = 'text' | 'xml' | 'xml with definitions' | 'web page' | 'drawing' | 'unknown'

/** Control characters that no text has. Tab, line feed, form feed and carriage return are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000e-\u001f\ufffe\uffff]/

/** Elements by which browsers take bytes for a web page (WHATWG MIME Sniffing, 7.1). */
const webPage =
  /^(?:<!--[\s\S]*?-->|\s)*<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s/>]/i

/** The first element, after declarations and comments, without its prefix. */
const root = /^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|\s)*<(?:[\p{L}_][\w.-]*:)?(?<name>[\p{L}_][\w.-]*)[\s/>]/u

/** Own definitions in XML are where entities come from that grow without end or read other files. */
const definitions = /<!(?:DOCTYPE|ENTITY)/
const longestMark = 9

/** Reads a text from end to end, a piece at a time, and tells what it is. */
export const textKindOf = async (pieces: AsyncIterable<Uint8Array>, head: Uint8Array): Promise<TextKind> => {
  const decoder = new TextDecoder(encodingOf(head))
  let beginning: string | undefined
  let carried = ''
  let defines = false
  for await (const piece of pieces) {
    const text = carried + decoder.decode(piece, { stream: true })
    if (unprintable.test(text)) return 'unknown'
    beginning ??= text
    defines ||= definitions.test(text)
    carried = text.slice(-longestMark)
  }
  const kind = kindOf(beginning ?? '')
  return kind === 'xml' && defines ? 'xml with definitions' : kind
}

/** UTF-16 only where its mark says so. The rest is read as UTF-8: bytes of other encodings do no harm to the question. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

const kindOf = (beginning: string): TextKind => {
  if (webPage.test(beginning)) return 'web page'
  const name = root.exec(beginning)?.groups?.name?.toLowerCase()
  if (name === 'html') return 'web page'
  if (name === 'svg') return 'drawing'
  return name !== undefined || /^\s*<(?:\?xml|!DOCTYPE)/.test(beginning) ? 'xml' : 'text'
}
