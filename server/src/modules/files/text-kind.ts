/** What a file without a signature of its own turned out to be. */
export type TextKind = 'text' | 'xml' | 'xml with definitions' | 'web page' | 'drawing' | 'unknown'

/** Control characters that no text has. Tab, line feed, form feed and carriage return are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000e-\u001f\ufffe\uffff]/

/** Elements by which browsers take bytes for a web page (WHATWG MIME Sniffing, 7.1). */
const webPage = /^<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s/>]/i

/** The first element without its prefix. */
const root = /^<(?:[\p{L}_][\w.-]*:)?(?<name>[\p{L}_][\w.-]*)[\s/>]/u

/** What a text is shows early: a browser looks at 1,445 bytes (WHATWG MIME Sniffing, 5.2). */
const looksAt = 4_096

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

const kindOf = (whole: string): TextKind => {
  const beginning = whole.slice(0, looksAt)
  if (webPage.test(afterLead(beginning, leads.page))) return 'web page'
  const name = root.exec(afterLead(beginning, leads.element))?.groups?.name?.toLowerCase()
  if (name === 'html') return 'web page'
  if (name === 'svg') return 'drawing'
  return name !== undefined || /^<(?:\?xml|!DOCTYPE)/.test(beginning.trimStart()) ? 'xml' : 'text'
}

type Lead = Readonly<{ opens: string; closes: string }>
const comment: Lead = { opens: '<!--', closes: '-->' }

/** What may stand before the first element, besides blanks. */
const leads = { page: [comment], element: [comment, { opens: '<?', closes: '?>' }] } as const

/**
 * The text behind its comments and declarations, taken off one after another. As one pattern this could be read in two
 * ways at each comment, and two hundred bytes kept the whole server waiting for seconds.
 */
const afterLead = (text: string, taken: readonly Lead[]): string => {
  let rest = text.trimStart()
  for (;;) {
    const lead = taken.find(({ opens }) => rest.startsWith(opens))
    const end = lead ? rest.indexOf(lead.closes, lead.opens.length) : -1
    if (!lead || end < 0) return rest
    rest = rest.slice(end + lead.closes.length).trimStart()
  }
}
