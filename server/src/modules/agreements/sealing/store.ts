import type { Statement, Tx } from '#kernel/db.ts'
import { Sealed } from '#kernel/secrets.ts'
import type { SealingTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<SealingTables>()

export type KeptCertificate = Readonly<{
  certificate: string
  certificateSha256: string
  rootCertificate: string
  signingKey: Sealed
  rootKey: Sealed
}>

export const certificateOf = async (tx: Tx): Promise<KeptCertificate | undefined> => {
  const row = await db(tx)
    .selectFrom('sealing_certificates')
    .select(['certificate', 'certificate_sha256', 'root_certificate', 'signing_key_sealed', 'root_key_sealed'])
    .where('organization_id', '=', tx.organizationId)
    .executeTakeFirst()
  return (
    row && {
      certificate: row.certificate,
      certificateSha256: row.certificate_sha256,
      rootCertificate: row.root_certificate,
      signingKey: new Sealed(row.signing_key_sealed),
      rootKey: new Sealed(row.root_key_sealed),
    }
  )
}

/** Keeps the first; when two are made at once the other is forgotten. */
export const keepCertificate = async (tx: Tx, kept: KeptCertificate, madeAt: Date): Promise<void> => {
  await db(tx)
    .insertInto('sealing_certificates')
    .values({
      organization_id: tx.organizationId,
      certificate: kept.certificate,
      certificate_sha256: kept.certificateSha256,
      root_certificate: kept.rootCertificate,
      signing_key_sealed: Sealed.textOf(kept.signingKey),
      root_key_sealed: Sealed.textOf(kept.rootKey),
      made_at: madeAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const ofAnybody: Statement = {
  name: 'agreements.sealing-certificate',
  text: 'select organization_name, certificates from sealing_certificate($1)',
}

/** Whose certificate this is, of whatever organization of this install. */
export const certificateByHash = async (
  tx: Tx,
  certificateSha256: string,
): Promise<Readonly<{ organizationName: string; certificates: readonly string[] }> | undefined> => {
  const [row] = await tx.named<{ organization_name: string; certificates: string[] }>(ofAnybody, [certificateSha256])
  return row && { organizationName: row.organization_name, certificates: row.certificates }
}
