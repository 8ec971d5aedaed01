import { childrenOf, type Der, expectTag, firstDer, oidOf, partsOf, tags, timeOf, Unreadable } from './der.ts'

/** The hashes we accept, by object identifier. SHA-1 and older are not among them. */
const digests: Readonly<Record<string, Digest>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
export type Digest = 'sha256' | 'sha384' | 'sha512'

type Scheme = Readonly<{ keyType: 'rsa' | 'ec'; digest: Digest | 'as the content' }>
const schemes: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.1.1': { keyType: 'rsa', digest: 'as the content' },
  '1.2.840.113549.1.1.11': { keyType: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { keyType: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { keyType: 'rsa', digest: 'sha512' },
  '1.2.840.10045.4.3.2': { keyType: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { keyType: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { keyType: 'ec', digest: 'sha512' },
}

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const

/** A detached CMS signature (RFC 5652, 5) in the narrow form of PAdES B-B: one signer, signed attributes, nothing unsigned. */
export type Cms = Readonly<{
  digest: Digest
  /** What the signer says the hash of the document is. */
  messageDigest: Uint8Array
  signingTime: Date | undefined
  /** SHA-256 of the signer's certificate as the signer wrote it down (RFC 5035), if they did. */
  certificateHash: Uint8Array | undefined
  certificates: readonly Uint8Array[]
  /** Issuer and serial number of the signer's certificate, as DER. */
  issuer: Uint8Array
  serial: Uint8Array
  /** The bytes that the signature is over. */
  signedBytes: Uint8Array
  signature: Uint8Array
  keyType: Scheme['keyType']
  signatureDigest: Digest
  /** How many bytes the whole took; the rest of the room reserved for it must be empty. */
  length: number
}>

/** Reads the signature at the start of the bytes. Anything in it that nothing protects makes it unreadable. */
export const readCms = (bytes: Uint8Array): Cms => {
  const outer = firstDer(bytes, tags.sequence)
  const [type, wrapped] = partsOf(outer, tags.oid, tags.part0)
  if (oidOf(type) !== oids.signedData) throw new Unreadable('no signed data')
  const [signedData] = partsOf(expectTag(wrapped, tags.part0), tags.sequence)
  const [version, used, content, bag, signers] = partsOf(
    expectTag(signedData, tags.sequence),
    ...[tags.integer, tags.set, tags.sequence, tags.part0, tags.set],
  )
  expectVersion1(version)
  const [contentType] = partsOf(expectTag(content, tags.sequence), tags.oid)
  if (oidOf(contentType) !== oids.data) throw new Unreadable('signed data of another type')
  const [signer] = partsOf(expectTag(signers, tags.set), tags.sequence)
  const read = readSigner(expectTag(signer, tags.sequence))
  const [usedDigest] = partsOf(expectTag(used, tags.set), tags.sequence)
  if (digestOf(usedDigest) !== read.digest) throw new Unreadable('two different hashes')
  const certificates = childrenOf(expectTag(bag, tags.part0)).map((der) => expectTag(der, tags.sequence).bytes)
  return { ...read, certificates, length: outer.bytes.length }
}

const readSigner = (signer: Der): Omit<Cms, 'certificates' | 'length'> => {
  const [version, who, digestAlgorithm, signed, algorithm, signature] = partsOf(
    signer,
    ...[tags.integer, tags.sequence, tags.sequence, tags.part0, tags.sequence, tags.octets],
  )
  expectVersion1(version)
  const [issuer, serial] = partsOf(expectTag(who, tags.sequence), tags.sequence, tags.integer)
  const digest = digestOf(digestAlgorithm)
  const scheme = schemes[algorithmOf(algorithm)]
  if (scheme === undefined) throw new Unreadable('a way of signing that is not accepted')
  return {
    ...readAttributes(expectTag(signed, tags.part0)),
    digest,
    issuer: expectTag(issuer, tags.sequence).bytes,
    serial: expectTag(serial, tags.integer).bytes,
    signature: expectTag(signature, tags.octets).content,
    keyType: scheme.keyType,
    signatureDigest: scheme.digest === 'as the content' ? digest : scheme.digest,
  }
}

const readAttributes = (signed: Der) => {
  const attributes = new Map<string, Der>()
  for (const attribute of childrenOf(signed)) {
    const [type, values] = partsOf(attribute, tags.oid, tags.set)
    const [value, more] = childrenOf(expectTag(values, tags.set))
    const oid = oidOf(type)
    if (value === undefined || more || attributes.has(oid)) throw new Unreadable('an attribute without its one value')
    attributes.set(oid, value)
  }
  if (oidOf(attributes.get(oids.contentType)) !== oids.data) throw new Unreadable('attributes of another type')
  const time = attributes.get(oids.signingTime)
  const named = attributes.get(oids.signingCertificateV2)
  return {
    messageDigest: expectTag(attributes.get(oids.messageDigest), tags.octets).content,
    signingTime: time && timeOf(time),
    certificateHash: named && certificateHashOf(named),
    // RFC 5652, 5.4: signed as a SET, although it is written down as [0].
    signedBytes: Uint8Array.from([tags.set, ...signed.bytes.subarray(1)]),
  }
}

/** SigningCertificateV2 (RFC 5035, 3): the first certificate named is the signer's; SHA-256 unless it says otherwise. */
const certificateHashOf = (attribute: Der): Uint8Array => {
  const [certificates] = childrenOf(expectTag(attribute, tags.sequence))
  const [first] = childrenOf(expectTag(certificates, tags.sequence))
  const [hashOrAlgorithm, hash] = childrenOf(expectTag(first, tags.sequence))
  if (hashOrAlgorithm?.tag === tags.octets) return hashOrAlgorithm.content
  if (digestOf(hashOrAlgorithm) !== 'sha256') throw new Unreadable('a certificate named by another hash than SHA-256')
  return expectTag(hash, tags.octets).content
}

const digestOf = (algorithm: Der | undefined): Digest => {
  const digest = digests[algorithmOf(algorithm)]
  if (digest === undefined) throw new Unreadable('a hash that is not accepted')
  return digest
}

/** An AlgorithmIdentifier without parameters, which may be written as nothing or as NULL. */
const algorithmOf = (der: Der | undefined): string => {
  const [oid, parameters, more] = childrenOf(expectTag(der, tags.sequence))
  const isPlain = parameters === undefined || (parameters.tag === tags.nothing && parameters.content.length === 0)
  if (!isPlain || more) throw new Unreadable('an algorithm with parameters')
  return oidOf(oid)
}

const expectVersion1 = (version: Der | undefined): void => {
  const { content } = expectTag(version, tags.integer)
  if (content.length !== 1 || content[0] !== 1) throw new Unreadable('another version')
}
