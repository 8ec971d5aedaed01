import { webcrypto } from 'node:crypto'

/** A certificate and its private key (PKCS#8, DER), which the caller seals before it is stored. */
export type KeyAndCertificate = Readonly<{ certificate: string; privateKey: Uint8Array }>

/** What an organization seals its documents with: a root that only issues, and the leaf that signs. */
export type SealingCertificates = Readonly<{ root: KeyAndCertificate; signing: KeyAndCertificate }>

type Wish = Readonly<{
  organizationName: string
  validFrom: Date
  /** Two different serial numbers of 16 random bytes each: root, signing. */
  serials: Readonly<{ root: Uint8Array; signing: Uint8Array }>
}>

/**
 * ECDSA on P-256 with SHA-256: 128 bits of strength, made in a millisecond, read by poppler, NSS, OpenSSL and Acrobat.
 * RSA-2048 is weaker and will not do for signatures after 2030 (NIST SP 800-131A).
 */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** Contracts are looked at for a decade after they end; a signature is only good while its certificate was. */
const rootYears = 30
const signingYears = 15

/** The longest a name may be in a certificate (RFC 5280, appendix A: ub-common-name, ub-organization-name). */
const longestName = 64

/** Makes the certificates of one organization. The keys come from the system's own generator; nothing else is left to chance. */
export const createSealingCertificates = async (wish: Wish): Promise<SealingCertificates> => {
  // Loaded when an organization is set up and not before: it is 17 MB of memory that nothing else needs.
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  const [rootKeys, signingKeys] = [await newKeys(), await newKeys()]
  const issuer = new x509.Name(nameOf(wish.organizationName, ' document root'))
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...{ name: issuer, keys: rootKeys, signingAlgorithm: algorithm, serialNumber: serialOf(wish.serials.root) },
    ...{ notBefore: wish.validFrom, notAfter: yearsAfter(wish.validFrom, rootYears) },
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  })
  const signing = await x509.X509CertificateGenerator.create({
    ...{ subject: new x509.Name(nameOf(wish.organizationName)), issuer, publicKey: signingKeys.publicKey },
    ...{ signingKey: rootKeys.privateKey, signingAlgorithm: algorithm, serialNumber: serialOf(wish.serials.signing) },
    ...{ notBefore: wish.validFrom, notAfter: yearsAfter(wish.validFrom, signingYears) },
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(signingKeys.publicKey),
    ],
  })
  return {
    root: { certificate: root.toString('pem'), privateKey: await pkcs8Of(rootKeys) },
    signing: { certificate: signing.toString('pem'), privateKey: await pkcs8Of(signingKeys) },
  }
}

const newKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

const pkcs8Of = async ({ privateKey }: webcrypto.CryptoKeyPair): Promise<Uint8Array> =>
  new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', privateKey))

/** Written as UTF-8 values, because a plain string would be read as X.500 syntax: quotes, `#` and commas mean something there. */
const nameOf = (organization: string, suffix = ''): Record<string, { utf8String: string }[]>[] => {
  const letters = [...organization]
  const cut = (room: number) => letters.slice(0, room).join('').trim()
  return [
    { CN: [{ utf8String: `${cut(longestName - suffix.length)}${suffix}` }] },
    { O: [{ utf8String: cut(longestName) }] },
  ]
}

/** A positive number of at most 20 bytes (RFC 5280, 4.1.2.2): the highest bit is cleared, the lowest byte kept from zero. */
const serialOf = (random: Uint8Array): string => {
  if (random.length !== 16) throw new Error('A serial number is made of 16 random bytes.')
  const [first = 0, ...rest] = random
  return Buffer.from([(first & 0x3f) | 0x40, ...rest]).toString('hex')
}

const yearsAfter = (date: Date, years: number): Date => {
  const later = new Date(date)
  later.setUTCFullYear(later.getUTCFullYear() + years)
  return later
}
