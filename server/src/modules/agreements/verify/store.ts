import type { z } from 'zod'
import type { Statement, Tx } from '#kernel/db.ts'
import { DocumentVerdict } from './contract.ts'

const bySeal: Statement = {
  name: 'agreements.sealed-agreement',
  text: 'select document from sealed_agreement($1) limit 1',
}

const Recorded = DocumentVerdict.shape.agreement.unwrap()
export type Recorded = z.output<typeof Recorded>

/** The agreement whose sealed file has exactly this hash, of whatever organization of this install. */
export const recordedAgreement = async (tx: Tx, sha256: string): Promise<Recorded | undefined> => {
  const [row] = await tx.named<{ document: z.input<typeof Recorded> }>(bySeal, [sha256])
  return row && Recorded.decode(row.document)
}
