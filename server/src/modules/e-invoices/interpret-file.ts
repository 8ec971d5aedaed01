import type { ReadEInvoice } from './e-invoice.ts'
import { interpretInvoice } from './interpret-invoice.ts'
import { unreadableBecause } from './problems.ts'
import { xmlTextOf } from './xml-text.ts'

/** The type is told by the content, never by the file's name or by what the sender says it is. */
export const interpretFile = async (bytes: Uint8Array): Promise<ReadEInvoice> => {
  if (startsLikeXml(bytes)) return { ...interpretInvoice(xmlTextOf(bytes)), container: 'xml' }
  if (!hasPdfHeader(bytes)) throw unreadableBecause('It is neither XML nor a PDF.')
  // Loaded only for a PDF: the library takes longer to load than most invoices to read.
  const { embeddedXmlOf } = await import('./embedded-xml.ts')
  return { ...interpretInvoice(xmlTextOf(await embeddedXmlOf(bytes))), container: 'pdf' }
}

/** Byte order marks, white space and the zero bytes of UTF-16 may come before the first tag. */
const beforeXml = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff, 0x00, 0x09, 0x0a, 0x0d, 0x20])

const startsLikeXml = (bytes: Uint8Array): boolean => bytes.find((byte) => !beforeXml.has(byte)) === '<'.charCodeAt(0)

/** Readers of PDF look for the header in the first 1,024 bytes (ISO 32000-1, annex H). */
const hasPdfHeader = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-')
