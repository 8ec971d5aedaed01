import { sql } from 'kysely'
import { refusing, type Tx } from '#kernel/db.ts'
import type { AgreementId } from '#modules/agreements/ids.ts'
import { alreadySigned } from '#modules/agreements/problems.ts'
import type { AgreementTables } from '#modules/agreements/tables.ts'
import { SigningRole } from './contract.ts'
import type { Signature } from './signature.ts'

const db = (tx: Tx) => tx.withTables<AgreementTables>()

export const insertSignature = async (tx: Tx, agreementId: AgreementId, signature: Signature): Promise<void> => {
  await db(tx)
    .insertInto('agreement_signatures')
    .values({
      organization_id: tx.organizationId,
      agreement_id: agreementId,
      role: signature.role,
      person_id: signature.personId,
      name: signature.name,
      capacity: signature.capacity,
      mark: sql`${JSON.stringify(signature.mark)}::jsonb`,
      content_sha256: signature.contentSha256,
      consent_version: signature.consentVersion,
      evidence: sql`${JSON.stringify(signature.evidence)}::jsonb`,
      signed_at: signature.signedAt,
    })
    .execute()
    .catch(refusing('agreement_signatures_pkey', alreadySigned))
    .catch(refusing('two_people_sign', alreadySigned))
}

/** The signatures whole, with drawing and evidence: only for the sealed document. */
export const signaturesOf = async (tx: Tx, agreementId: AgreementId): Promise<readonly Signature[]> => {
  const rows = await db(tx)
    .selectFrom('agreement_signatures')
    .selectAll()
    .where('organization_id', '=', tx.organizationId)
    .where('agreement_id', '=', agreementId)
    .orderBy('signed_at')
    .orderBy('role')
    .execute()
  return rows.map((row) => ({
    role: SigningRole.parse(row.role),
    personId: row.person_id,
    name: row.name,
    capacity: row.capacity,
    mark: row.mark,
    contentSha256: row.content_sha256,
    consentVersion: row.consent_version,
    evidence: row.evidence,
    signedAt: row.signed_at,
  }))
}
