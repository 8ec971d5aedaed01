import { join, relative, sep } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { leaveMachineFontsAlone } from './fonts.ts'
import type { Image } from './image.ts'
import type { JsonValue } from './json-value.ts'

/** A file carried inside the PDF, such as the XML of an e-invoice (PDF/A-3, ISO 19005-3, 6.8). */
export type Attachment = Readonly<{
  name: string
  bytes: Uint8Array
  mediaType: string
  relationship: 'source' | 'data' | 'alternative' | 'supplement'
  description: string
}>

export type RenderRequest = Readonly<{
  /** The Typst file beside the module that uses it. */
  template: string
  data: JsonValue
  /** What the document says of its own making. The same request gives the same bytes. */
  createdAt: Date
  images?: Readonly<Record<string, Image>>
  attachments?: readonly Attachment[]
}>

/** Tells each letter that no font can draw to whoever wants to know. */
type Lacking = (letter: string) => void

export type Renderer = (request: RenderRequest, lacking?: Lacking) => Uint8Array

/** PDF/A-3b keeps the file readable for decades and may carry the e-invoice. */
const standard = 'a-3b'

/** Results of the typesetter that were of no use for this many documents are forgotten; more only costs memory. */
const keptFor = 2

const mostAttempts = 6

/**
 * Sets documents with Typst, from templates under `root` and the fonts of some folders. Whatever people wrote reaches
 * a template as JSON only, so it cannot become markup. A character that none of them can draw is written as its
 * code point, `[U+738B]`, so that a name is never lost and never stops a document.
 */
export const createRenderer = (root: string, fonts: readonly string[]): Renderer => {
  leaveMachineFontsAlone()
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: [...fonts] }] })
  return (request, lacking) => {
    const given = lay(compiler, root, request)
    try {
      return setWith(compiler, { given, json: inertJson(request.data), lacking })
    } finally {
      compiler.resetShadow()
      compiler.evictCache(keptFor)
    }
  }
}

type Given = Readonly<{ mainFilePath: string; creationTimestamp: number; inputs: Readonly<Record<string, string>> }>

/** Puts the files of one request where the template finds them, under names that we chose. */
const lay = (compiler: NodeCompiler, root: string, request: RenderRequest): Given => {
  const { template, images = {}, attachments = [], createdAt } = request
  if (relative(root, template).startsWith(`..${sep}`)) throw new Error('A template lies outside its folder.')
  const put = (name: string, bytes: Uint8Array): string => {
    compiler.mapShadow(join(root, 'given', name), Buffer.from(bytes))
    return `/given/${name}`
  }
  const pictures = Object.entries(images).map(([name, { format, bytes }], index) => [
    name,
    put(`picture-${index}.${format}`, bytes),
  ])
  if (attachments.some(({ name }) => !/^[\w-]+(?:\.[\w-]+)+$/.test(name)))
    throw new Error('An attachment has no plain file name.')
  const attached = attachments.map(({ bytes, ...about }, index) => ({ ...about, path: put(`file-${index}`, bytes) }))
  return {
    mainFilePath: template,
    creationTimestamp: Math.floor(createdAt.getTime() / 1000),
    inputs: { pictures: JSON.stringify(Object.fromEntries(pictures)), attachments: JSON.stringify(attached) },
  }
}

type Setting = Readonly<{ given: Given; json: string; lacking: Lacking | undefined }>

const setWith = (compiler: NodeCompiler, { given, json, lacking }: Setting): Uint8Array => {
  let data = json
  for (let attempt = 1; ; attempt += 1) {
    const outcome = setOnce(compiler, given, data)
    if (typeof outcome !== 'string') return outcome
    const foreign = new Set(
      undrawable(outcome)
        .flatMap((text) => [...text])
        .filter((letter) => letter > '~'),
    )
    for (const letter of foreign) lacking?.(letter)
    const readable = withCodePoints(data, foreign)
    if (readable === data || attempt === mostAttempts) throw new Error(`The document could not be set: ${outcome}`)
    data = readable
  }
}

/** The PDF, or what the typesetter has against it. */
const setOnce = (compiler: NodeCompiler, given: Given, data: string): Uint8Array | string => {
  const { mainFilePath, creationTimestamp, inputs } = given
  const main = { mainFilePath, inputs: { ...inputs, data } }
  try {
    // In one step: a compiled document that JavaScript holds keeps megabytes that its collector knows nothing of.
    return compiler.pdf(main, { pdfStandard: standard, creationTimestamp })
  } catch (refusal) {
    const complaint = refusal instanceof Error ? refusal.message : ''
    return complaint === '' ? JSON.stringify(compiler.compile(main).takeDiagnostics()?.shortDiagnostics) : complaint
  }
}

/**
 * JSON in which no text can disturb the page: control characters are dropped, and so are the ones that turn the
 * direction of what follows (Unicode UAX #9), with which a name could show an amount backwards.
 */
const inertJson = (data: JsonValue): string =>
  JSON.stringify(data, (_, value) => (typeof value === 'string' ? inert(value) : value))

const inert = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, '')

/** PDF/A forbids to show the box for a missing letter, so the typesetter names each text it has no letters for. */
const undrawable = (complaint: string): readonly string[] =>
  complaint
    .split('` could not be displayed')
    .slice(0, -1)
    .map((told) => told.slice(told.indexOf('the text `')))
    .map((text) => text.replace(/\\u\{([0-9a-f]{1,6})\}/g, (_, hex: string) => letterOf(Number.parseInt(hex, 16))))

/** People may write such a number themselves, and not every number is a letter. */
const letterOf = (codePoint: number): string => (codePoint > 0x10_ffff ? '' : String.fromCodePoint(codePoint))

const withCodePoints = (json: string, foreign: ReadonlySet<string>): string => {
  if (foreign.size === 0) return json
  let written = ''
  let run: string[] = []
  const end = () => {
    if (run.length > 0) written += `[${run.map(codePointOf).join(' ')}]`
    run = []
  }
  for (const letter of json) {
    if (foreign.has(letter)) run.push(letter)
    else {
      end()
      written += letter
    }
  }
  end()
  return written
}

const codePointOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
