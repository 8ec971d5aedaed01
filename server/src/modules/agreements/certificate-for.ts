import type { Work } from '#kernel/command.ts'
import { memberNames } from '#modules/access/index.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import type { Agreement } from './agreement.ts'
import type { SigningCertificate } from './agreement-document.ts'
import { consentOf } from './signing/consent.ts'
import { utc } from './signing/evidence.ts'
import { markOf, type Signature } from './signing/signature.ts'

type Signed = Readonly<{ signatures: readonly Signature[]; reference: string }>

/** The page that says how a document was signed: all that was kept as evidence, in words. Times are UTC. */
export const certificateFor = async (
  { tx, baseUrl }: Pick<Work, 'tx' | 'baseUrl'>,
  agreement: Agreement,
  { signatures, reference }: Signed,
): Promise<SigningCertificate> => {
  const { title, contractorName, sentBy, sentAt, viewedAt, completedAt, contentSha256, pdfSha256 } = agreement
  const { name: organizationName } = await organizationOf(tx)
  const sender = sentBy && (await memberNames(tx, [sentBy])).get(sentBy)
  const [first] = signatures
  if (!first) throw new Error('An agreement without a signature has no certificate.')
  return {
    statement:
      'This page was made by the system in which the agreement was signed. It says who signed, how they were known to be who they are, what they agreed to and which text they were shown. The whole file, with this page, is sealed by the organization; any later change shows.',
    facts: [
      { label: 'Reference', value: reference },
      { label: 'Agreement', value: title },
      { label: 'Organization', value: organizationName },
      { label: 'Contractor', value: contractorName },
      { label: 'Sent', value: utc(sentAt) },
      { label: 'Signed by everybody', value: utc(completedAt) },
    ],
    signers: signatures.map((signature) => signerOf(signature, viewedAt)),
    consent: consentOf(first.consentVersion),
    events: [
      { at: utc(sentAt), text: `${sender ?? organizationName} sent it to ${contractorName}.` },
      { at: utc(viewedAt), text: `${contractorName} opened it.` },
      ...signatures.map(({ name, signedAt }) => ({ at: utc(signedAt), text: `${name} signed it.` })),
    ],
    fingerprints: [
      { label: 'Text that was shown, signed and sealed', sha256: contentSha256 ?? '' },
      ...(pdfSha256 ? [{ label: 'Document as it was sent, before the signatures', sha256: pdfSha256 }] : []),
    ],
    verification: `Anybody can check this file at ${baseUrl}/verify, or with a program that checks signatures of PDF files.`,
  }
}

const signerOf = (signature: Signature, viewedAt: Date | null): SigningCertificate['signers'][number] => {
  const { role, name, evidence, consentVersion, signedAt, mark } = signature
  const { accountName, email, authentication, signedInAt, address, userAgent } = evidence
  return {
    role: role === 'contractor' ? 'Contractor' : 'For the client',
    ...{ name, email, userAgent, mark: markOf(mark) },
    facts: [
      { label: 'Account', value: accountName },
      { label: 'Identified by', value: authentication },
      ...(signedInAt ? [{ label: 'Signed in', value: utc(new Date(signedInAt)) }] : []),
      { label: 'Address on the network', value: address },
      ...(role === 'contractor' && viewedAt ? [{ label: 'Opened', value: utc(viewedAt) }] : []),
      { label: 'Consent to sign electronically', value: `Version ${consentVersion}` },
      { label: 'Signed', value: utc(signedAt) },
    ],
  }
}
