import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto'
import { type Cms, readCms } from './cms.ts'
import { childrenOf, readDer, tags, Unreadable } from './der.ts'
import { bytesInGap, type SignatureGap, signatureGaps } from './signature-gap.ts'

/** Why a document does not count as sealed, each with the sentence that says so. */
export const faults = {
  unsigned: 'This file carries no signature.',
  several: 'This file carries more than one signature; a sealed document has exactly one.',
  'not-whole': 'The signature does not cover the whole file: something was added or changed after signing.',
  unreadable: 'The signature is damaged or of a kind that is not accepted here.',
  altered: 'The content is not what was signed.',
  forged: 'The signature does not belong to the certificate it names.',
  chain: 'The signature carries certificates that do not belong together.',
  stranger: 'The signature was not made with a certificate of this organization.',
  'out-of-date': 'The certificate was not valid at the time of signing.',
} as const
export type Fault = keyof typeof faults

export type DocumentSigner = Readonly<{ name: string; issuer: string; certificateSha256: string }>

/** What can be said of a file. Only `valid` means sealed and untouched, whatever the other members say. */
export type Verdict = Readonly<{
  valid: boolean
  coversWholeFile: boolean
  /** By the signer's own clock. */
  signedAt: Date | undefined
  signer: DocumentSigner | undefined
  sha256: string
  problems: readonly Readonly<{ code: Fault; sentence: string }>[]
}>

/**
 * Is this file, to the last byte, what was sealed? With the organization's certificates (PEM, the signing ones and
 * their roots, present and past) only its own seal is valid; without them any sound seal is, and the verdict names
 * its signer. Takes any bytes: what is no PDF is simply unsigned.
 */
export const verifyPdf = (bytes: Uint8Array, certificates?: readonly string[]): Verdict => {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const [gap, another] = signatureGaps(pdf)
  const refused = { valid: false, signedAt: undefined, signer: undefined, sha256 }
  if (gap === undefined || another !== undefined)
    return { ...refused, coversWholeFile: false, problems: said(gap === undefined ? 'unsigned' : 'several') }
  try {
    const seal = readSeal(pdf, gap)
    const problems = faultsOf(pdf, gap, seal, certificates)
    return {
      ...{ valid: problems.length === 0, coversWholeFile: gap.coversWholeFile },
      ...{ signedAt: seal.cms.signingTime, signer: signerOf(seal.certificate), sha256, problems },
    }
  } catch (fault) {
    if (!(fault instanceof Unreadable) && !isFromOpenSsl(fault)) throw fault
    const problems = said(...(gap.coversWholeFile ? [] : (['not-whole'] as const)), 'unreadable')
    return { ...refused, coversWholeFile: gap.coversWholeFile, problems }
  }
}

/** A damaged certificate may fall apart as late as when its key is used. */
const isFromOpenSsl = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && /^ERR_(?:OSSL|CRYPTO)_/.test(String(fault.code))

const said = (...codes: readonly Fault[]) => codes.map((code) => ({ code, sentence: faults[code] }))

type Seal = Readonly<{ cms: Cms; certificate: X509Certificate; others: readonly X509Certificate[] }>

const readSeal = (pdf: Buffer, gap: SignatureGap): Seal => {
  const room = bytesInGap(pdf, gap)
  if (room === undefined) throw new Unreadable('the signature is not written as it has to be')
  const cms = readCms(room)
  // What is left of the room is not signed by anybody, so it has to be empty.
  if (room.subarray(cms.length).some((byte) => byte !== 0)) throw new Unreadable('something follows the signature')
  const signers = cms.certificates.filter((certificate) => isNamed(certificate, cms))
  const [signer, another] = signers
  if (signer === undefined || another) throw new Unreadable('the certificate of the signer is missing or doubtful')
  const others = cms.certificates.filter((certificate) => certificate !== signer)
  return { cms, certificate: certificateOf(signer), others: others.map(certificateOf) }
}

/** Certificate ::= { { [0] version, serial, algorithm, issuer, … }, … } (RFC 5280, 4.1). */
const isNamed = (certificate: Uint8Array, { issuer, serial }: Cms): boolean => {
  const [body] = childrenOf(readDer(certificate, tags.sequence))
  const parts = body === undefined ? [] : childrenOf(body)
  const [number, , name] = parts[0]?.tag === tags.part0 ? parts.slice(1) : parts
  return number !== undefined && name !== undefined && isSame(number.bytes, serial) && isSame(name.bytes, issuer)
}

/** Where the bytes are no certificate, OpenSSL would go on to look for one written as text anywhere among them. */
const certificateOf = (der: Uint8Array): X509Certificate => {
  const certificate = new X509Certificate(der)
  if (!isSame(certificate.raw, der)) throw new Unreadable('a certificate in another form')
  return certificate
}

const faultsOf = (pdf: Buffer, gap: SignatureGap, seal: Seal, own: readonly string[] | undefined) => {
  const { cms, certificate } = seal
  const found: readonly (readonly [Fault, boolean])[] = [
    ['not-whole', !gap.coversWholeFile],
    ['altered', !isSame(digestAround(pdf, gap, cms), cms.messageDigest)],
    ['forged', !isSignedBy(cms, certificate)],
    ['chain', own === undefined && !isChain(seal)],
    ['stranger', own !== undefined && !isOwn(seal, own)],
    ['out-of-date', cms.signingTime !== undefined && !wasValidAt(certificate, cms.signingTime)],
  ]
  return said(...found.flatMap(([code, holds]) => (holds ? [code] : [])))
}

const digestAround = (pdf: Buffer, { start, end }: SignatureGap, { digest }: Cms): Buffer =>
  createHash(digest).update(pdf.subarray(0, start)).update(pdf.subarray(end)).digest()

const isSignedBy = (cms: Cms, certificate: X509Certificate): boolean => {
  const isItself = cms.certificateHash === undefined || isSame(cms.certificateHash, sha256Of(certificate.raw))
  const { publicKey } = certificate
  if (!isItself || publicKey.asymmetricKeyType !== cms.keyType) return false
  return verify(cms.signatureDigest, cms.signedBytes, publicKey, cms.signature)
}

/**
 * Every certificate carried along has issued the one before it, and the last vouches for itself, so that no byte of
 * any of them is without a signature over it. A signer alone has to be named by the hash of its certificate.
 */
const isChain = ({ cms, certificate, others }: Seal): boolean => {
  const left = new Set(others)
  let last = certificate
  for (let next: X509Certificate | undefined = last; next !== undefined; ) {
    last = next
    left.delete(last)
    next = [...left].find((issuer) => isIssuedBy(last, issuer))
  }
  const isVouchedFor = isIssuedBy(last, last) || (last === certificate && cms.certificateHash !== undefined)
  return left.size === 0 && isVouchedFor
}

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

const isOwn = ({ certificate, others }: Seal, own: readonly string[]): boolean => {
  const known = own.map((pem) => new X509Certificate(pem).raw)
  return [certificate, ...others].every(({ raw }) => known.some((mine) => mine.equals(raw)))
}

const wasValidAt = ({ validFromDate, validToDate }: X509Certificate, time: Date): boolean =>
  validFromDate <= time && time <= validToDate

const signerOf = (certificate: X509Certificate): DocumentSigner => ({
  name: commonName(certificate.subject),
  issuer: commonName(certificate.issuer),
  certificateSha256: sha256Of(certificate.raw).toString('hex'),
})

/** Node writes a name as lines of `CN=…`, with a backslash before what has a meaning of its own there. */
const commonName = (name: string): string => {
  const line = name.split('\n').find((part) => part.startsWith('CN=')) ?? name
  return line.replace(/^CN=/, '').replace(/\\(.)/g, '$1')
}

const sha256Of = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)
