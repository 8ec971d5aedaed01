import { createHash, X509Certificate } from 'node:crypto'
import type { Work } from '#kernel/command.ts'
import { createSealingCertificates } from '#kernel/documents/certificate.ts'
import type { Sealer } from '#kernel/documents/seal.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import { certificateOf, type KeptCertificate, keepCertificate } from './store.ts'

const placeOf = (organizationId: string, column: 'signing_key_sealed' | 'root_key_sealed') => ({
  organizationId,
  table: 'sealing_certificates',
  column,
  rowId: organizationId,
})

/** Makes the organization's certificate unless it has one. Called when it is set up. */
export const makeCertificate = async (work: Work): Promise<KeptCertificate> => {
  const { tx, now, randomBytes: random, secrets } = work
  const kept = await certificateOf(tx)
  if (kept) return kept
  const { name } = await organizationOf(tx)
  const serials = { root: random(16), signing: random(16) }
  const { root, signing } = await createSealingCertificates({ organizationName: name, validFrom: now, serials })
  const seal = (column: 'signing_key_sealed' | 'root_key_sealed', key: Uint8Array) =>
    secrets.seal(placeOf(tx.organizationId, column), Buffer.from(key).toString('base64'))
  const made = {
    certificate: signing.certificate,
    certificateSha256: hashOf(signing.certificate),
    rootCertificate: root.certificate,
    signingKey: seal('signing_key_sealed', signing.privateKey),
    rootKey: seal('root_key_sealed', root.privateKey),
  }
  await keepCertificate(tx, made, now)
  return (await certificateOf(tx)) ?? made
}

/** Of the certificate as it stands in a signature, so that a seal names whose it is. */
const hashOf = (pem: string): string => createHash('sha256').update(new X509Certificate(pem).raw).digest('hex')

/** What the organization signs with, opened for one document. */
export const sealerOf = async (work: Work): Promise<Sealer> => {
  const { certificate, rootCertificate, signingKey } = await makeCertificate(work)
  const opened = work.secrets.open(placeOf(work.tx.organizationId, 'signing_key_sealed'), signingKey)
  return { certificate, rootCertificate, privateKey: new Uint8Array(Buffer.from(opened, 'base64')) }
}
