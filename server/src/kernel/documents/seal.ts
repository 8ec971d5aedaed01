import { webcrypto, X509Certificate } from 'node:crypto'
import { CryptoKeySigner, PDF } from '@libpdf/core'
import { signatureGaps } from './signature-gap.ts'
import { verifyPdf } from './verify.ts'

/** What a document is sealed with: PEM certificates and the signing key (PKCS#8, DER). */
export type Sealer = Readonly<{ certificate: string; rootCertificate: string; privateKey: Uint8Array }>
export type Sealing = Readonly<{ reason: string; location?: string; signedAt: Date }>

/**
 * Signs a finished PDF so that any later change shows: PAdES B-B (ETSI EN 319 142-1), invisible, over the whole file.
 * What comes out was checked with our own verifier, so that no document leaves with a seal that does not hold.
 */
export const sealPdf = async (pdf: Uint8Array, sealer: Sealer, sealing: Sealing): Promise<Uint8Array> => {
  if (signatureGaps(Buffer.from(pdf)).length > 0)
    throw new Error('A document that is already signed cannot be sealed.')
  const key = await webcrypto.subtle.importKey('pkcs8', sealer.privateKey, curve, false, ['sign'])
  const [certificate, root] = [derOf(sealer.certificate), derOf(sealer.rootCertificate)]
  const signer = new CryptoKeySigner(key, certificate, 'EC', 'ECDSA', [root])
  const document = await PDF.load(pdf)
  const { bytes } = await document.sign({
    ...{ signer, level: 'B-B', signingTime: sealing.signedAt, fieldName: 'Seal', estimatedSize: roomForSignature },
    reason: plain(sealing.reason),
    ...(sealing.location === undefined ? {} : { location: plain(sealing.location) }),
  })
  const { valid, problems } = verifyPdf(bytes, [sealer.certificate, sealer.rootCertificate])
  if (!valid) throw new Error(`The seal does not hold: ${problems.map(({ code }) => code).join(', ')}.`)
  return bytes
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** Two P-256 certificates and a signature take about 1.5 KB; what is left of the room stays empty for ever. */
const roomForSignature = 4096

/**
 * Free text in the signature is written before the room for the signature is searched for by its name, and brackets
 * in it would be escaped twice. So what has a meaning in PDF syntax becomes a blank.
 */
const plain = (text: string): string => text.replace(/[()<>[\]{}\\/%\p{Cc}]+/gu, ' ').trim()

const derOf = (pem: string): Uint8Array => new Uint8Array(new X509Certificate(pem).raw)
