import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { unreadableBecause } from './problems.ts'

/** The names that Factur-X, XRechnung and ZUGFeRD 2.0 give their file inside the PDF; the newest is preferred. */
const knownNames = ['factur-x.xml', 'xrechnung.xml', 'zugferd-invoice.xml']

/** The invoice inside a PDF/A-3. Any failure of the PDF library is a refusal, because the file came from outside. */
export const embeddedXmlOf = async (pdf: Uint8Array): Promise<Uint8Array> => {
  const found = await attachmentIn(pdf).catch(() => {
    throw unreadableBecause('The PDF cannot be opened: it is damaged or protected by a password.')
  })
  if (found) return found
  throw unreadableBecause(
    `There is no e-invoice inside this PDF (no attached file named ${knownNames.join(', ')}). ` +
      'A PDF that only shows an invoice can be attached to one that you enter by hand.',
  )
}

const attachmentIn = async (bytes: Uint8Array): Promise<Uint8Array | undefined> => {
  // The empty password opens what is protected against changes only.
  const { catalog } = await PDFDocument.load(bytes, { password: '', updateMetadata: false })
  const tree = dictIn(dictIn(catalog, 'Names'), 'EmbeddedFiles')
  const attached = [...(tree ? filesIn(tree) : []), ...dictsIn(catalog, 'AF')]
  const chosen = knownNames
    .map((known) => attached.find((file) => fileNameOf(file) === known))
    .find((file) => file !== undefined)
  const files = dictIn(chosen, 'EF')
  const stream = files?.lookup(PDFName.of('F')) ?? files?.lookup(PDFName.of('UF'))
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : undefined
}

const dictIn = (dict: PDFDict | undefined, key: string): PDFDict | undefined => {
  const value = dict?.lookup(PDFName.of(key))
  return value instanceof PDFDict ? value : undefined
}

const dictsIn = (dict: PDFDict, key: string): readonly PDFDict[] => {
  const array = dict.lookup(PDFName.of(key))
  if (!(array instanceof PDFArray)) return []
  return Array.from({ length: array.size() }, (_, index) => array.lookup(index)).filter(
    (value) => value instanceof PDFDict,
  )
}

/** The leaves of a name tree (ISO 32000-1, 7.9.6). Every node is visited once, so that a tree in a circle ends too. */
const filesIn = (tree: PDFDict): readonly PDFDict[] => {
  const nodes = new Set([tree])
  for (const node of nodes) for (const kid of dictsIn(node, 'Kids')) nodes.add(kid)
  return [...nodes].flatMap((node) => dictsIn(node, 'Names'))
}

const fileNameOf = (file: PDFDict): string | undefined => {
  const name = file.lookup(PDFName.of('UF')) ?? file.lookup(PDFName.of('F'))
  return name instanceof PDFString || name instanceof PDFHexString ? name.decodeText().toLowerCase() : undefined
}
