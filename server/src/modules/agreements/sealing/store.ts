import type { Tx } from '#kernel/db.ts'
import { Sealed } from '#kernel/secrets.ts'
import type { SealingTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<SealingTables>()

export type KeptCertificate = Readonly<{ certificate: string; rootCertificate: string; signingKey: Sealed; rootKey: Sealed }>

export const certificateOf = async (tx: Tx): Promise<KeptCertificate | undefined> => {
  const row = await db(tx)
    .selectFrom('sealing_certificates')
    .select(['certificate', 'root_certificate', 'signing_key_sealed', 'root_key_sealed'])
    .where('organization_id', '=', tx.organizationId)
    .executeTakeFirst()
  return (
    row && {
      certificate: row.certificate,
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
      root_certificate: kept.rootCertificate,
      signing_key_sealed: Sealed.textOf(kept.signingKey),
      root_key_sealed: Sealed.textOf(kept.rootKey),
      made_at: madeAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
