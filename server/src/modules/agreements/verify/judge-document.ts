import type { Tx } from '#kernel/db.ts'
import { type Verdict, verifyPdf } from '#kernel/documents/verify.ts'
import { certificateByHash } from '#modules/agreements/sealing/store.ts'
import type { DocumentVerdict } from './contract.ts'
import { recordedAgreement } from './store.ts'

/**
 * Two proofs that do not lean on each other: the seal must hold under a certificate of ours, and only the hash of the
 * whole file, as it was recorded when it was sealed, lets the words be "whole and unchanged". A seal alone cannot: its own
 * digits may be written in other letters, and it holds all the same.
 */
export const judgeDocument = async (tx: Tx, bytes: Uint8Array): Promise<DocumentVerdict> => {
  const claimed = verifyPdf(bytes)
  const owner = claimed.signer && (await certificateByHash(tx, claimed.signer.certificateSha256))
  if (!owner) return refused(claimed)
  const { organizationName, certificates } = owner
  const proven = verifyPdf(bytes, certificates)
  if (!proven.valid) return { ...refused(proven), organizationName }
  const agreement = (await recordedAgreement(tx, proven.sha256)) ?? null
  return {
    verdict: agreement ? 'agreement' : 'sealed',
    sentence: agreement
      ? `This is “${agreement.title}” as ${organizationName} sealed it, whole and unchanged.`
      : `${organizationName} sealed what this file says, and that was not altered since. It is not the file of an agreement on record here.`,
    ...{ sha256: proven.sha256, organizationName, sealedAt: proven.signedAt ?? null, agreement, problems: [] },
  }
}

const refused = ({ sha256, valid, signer, problems }: Verdict): DocumentVerdict => ({
  ...{ verdict: 'refused', sha256, organizationName: null, sealedAt: null, agreement: null },
  sentence: valid
    ? `This file is sealed by ${signer?.name ?? 'somebody'}, and not by an organization of this install.`
    : 'This is not a document that an organization sealed here, or it was changed since. Do not rely on it.',
  problems: [...problems],
})
