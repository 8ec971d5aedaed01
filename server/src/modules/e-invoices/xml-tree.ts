import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { cut } from '#kernel/cut.ts'
import { Problem } from '#kernel/problem.ts'
import { unreadableBecause } from './problems.ts'

/** An element with its namespace resolved: prefixes are the sender's choice and mean nothing here. */
export type XmlElement = Readonly<{
  name: string
  namespace: string
  attributes: ReadonlyMap<string, string>
  text: string
  children: readonly XmlElement[]
  /** Where it stands, such as `/Invoice/InvoiceLine[2]/ID`. */
  path: string
}>

/** The deepest real invoice has ten levels; the parser's own recursion and ours stay far from the end of the stack. */
const deepest = 64
/** Room for an invoice of seven thousand lines. */
const mostTags = 500_000

/** Every element inherits a copy of these; a file with ten thousand of them would only want to use up time. */
const mostPrefixes = 64

/** What the parser gives with `preserveOrder`: one key, the tag (or #text, #cdata), and `:@` with the attributes. */
type Parsed = Readonly<Record<string, unknown>>
type Scope = ReadonlyMap<string, string>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: deepest,
  jPath: false,
  onDangerousProperty: (name) => name,
})

/**
 * Reads a document without any document type: a DOCTYPE is refused before anything is parsed, because entities declared
 * there can grow without end or reach for files. Refuses what is not well-formed, too deep or too large.
 */
export const parseXml = (text: string): XmlElement => {
  if (/<!DOCTYPE|<!ENTITY/i.test(text))
    throw unreadableBecause('It contains a document type declaration (DOCTYPE). An e-invoice has none.')
  if (countOf('<', text) > mostTags) throw unreadableBecause('It has more elements than any invoice.')
  const roots = parsedNodes(withoutAttachedFiles(text)).filter((node) => !('#text' in node))
  const [root] = roots
  if (!root || roots.length > 1) throw unreadableBecause('It must have exactly one outermost element.')
  return elementOf(root, { scope: new Map([['', '']]), parentPath: '' })
}

const countOf = (character: string, text: string): number => {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}

/**
 * Empties files attached to the invoice as base64 (BT-125): megabytes that nobody here reads, but that would take the
 * parser as many seconds. Nothing else is ten thousand such characters without a full stop or a comma.
 */
const withoutAttachedFiles = (text: string): string =>
  text
    .split('<')
    .map((piece) => {
      const content = piece.slice(piece.indexOf('>') + 1)
      const isAttachedFile = content.length > 10_000 && !/[^A-Za-z0-9+/=\s]/.test(content)
      return isAttachedFile ? piece.slice(0, piece.length - content.length) : piece
    })
    .join('<')

/** The parser alone would accept tags that do not match, so its validator goes first. */
const parsedNodes = (text: string): readonly Parsed[] => {
  try {
    const verdict = XMLValidator.validate(text)
    if (verdict === true) return parser.parse(text)
    throw unreadableBecause(`It is not well-formed XML (line ${verdict.err.line}).`)
  } catch (error) {
    throw error instanceof Problem ? error : unreadableBecause('It is not well-formed XML.')
  }
}

type Around = Readonly<{ scope: Scope; parentPath: string; place?: string }>

const elementOf = (node: Parsed, around: Around): XmlElement => {
  const tag = tagOf(node)
  const attributes = attributesOf(node)
  const scope = scopeWith(attributes, around.scope)
  const { name, namespace } = resolved(tag, scope)
  const path = `${around.parentPath}/${name}${around.place ?? ''}`
  const content = nodesIn(node[tag])
  const elements = content.filter((child) => !('#text' in child) && !('#cdata' in child))
  const places = placesOf(elements.map(tagOf))
  const children = elements.map((child, index) => elementOf(child, { scope, parentPath: path, ...places[index] }))
  return { name, namespace, attributes, text: content.map(textOf).join(''), children, path }
}

const tagOf = (node: Parsed): string => Object.keys(node).find((key) => key !== ':@') ?? ''

const nodesIn = (value: unknown): readonly Parsed[] => (Array.isArray(value) ? value : [])

/** `[1]`, `[2]` behind names that stand more than once, as in XPath. */
const placesOf = (tags: readonly string[]): readonly Readonly<{ place?: string }>[] => {
  const totals = new Map<string, number>()
  for (const tag of tags) totals.set(tag, (totals.get(tag) ?? 0) + 1)
  const seen = new Map<string, number>()
  return tags.map((tag) => {
    if (totals.get(tag) === 1) return {}
    seen.set(tag, (seen.get(tag) ?? 0) + 1)
    return { place: `[${seen.get(tag)}]` }
  })
}

const attributesOf = (node: Parsed): ReadonlyMap<string, string> => {
  const attributes = node[':@']
  if (typeof attributes !== 'object' || attributes === null) return new Map()
  return new Map(Object.entries(attributes).map(([name, value]) => [name, unescaped(String(value))]))
}

const scopeWith = (attributes: ReadonlyMap<string, string>, scope: Scope): Scope => {
  const declared = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declared.length === 0) return scope
  if (scope.size + declared.length > mostPrefixes)
    throw unreadableBecause('It declares more namespaces than any invoice.')
  return new Map([...scope, ...declared.map(([name, uri]): [string, string] => [name.slice(6), uri.trim()])])
}

const resolved = (tag: string, scope: Scope): Readonly<{ name: string; namespace: string }> => {
  const [prefix, name, ...rest] = tag.includes(':') ? tag.split(':') : ['', tag]
  const namespace = scope.get(prefix ?? '')
  if (!name || rest.length > 0 || namespace === undefined)
    throw unreadableBecause(`The element ${cut(tag, 100)} has a prefix that stands for no namespace.`)
  return { name, namespace }
}

const textOf = (node: Parsed): string => {
  if ('#text' in node) return unescaped(String(node['#text']))
  return nodesIn(node['#cdata'])
    .map((part) => String(part['#text'] ?? ''))
    .join('')
}

const predefined = new Map([
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['quot;', '"'],
  ['apos;', "'"],
])

/** Only the five entities of XML itself and characters by number; nothing else can be defined without a DOCTYPE. */
const unescaped = (text: string): string =>
  text.includes('&') ? text.replaceAll(/&([^;&]{0,40};?)/g, (_, reference: string) => meaningOf(reference)) : text

const meaningOf = (reference: string): string => {
  const number = /^#(?:x(?<hex>[0-9A-Fa-f]{1,6})|(?<decimal>\d{1,7}));$/.exec(reference)?.groups
  const code = number?.hex ? Number.parseInt(number.hex, 16) : Number(number?.decimal)
  const character = number ? characterOf(code) : predefined.get(reference)
  if (character === undefined) throw unreadableBecause(`&${reference} stands for nothing in XML.`)
  return character
}

const characterOf = (code: number): string | undefined => {
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff)
  return allowed || (code >= 0xe000 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff)
    ? String.fromCodePoint(code)
    : undefined
}
