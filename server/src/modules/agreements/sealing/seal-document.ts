import type { Ground } from '#kernel/command.ts'
import type { Sealer } from '#kernel/documents/seal.ts'

type Seal = Readonly<{ sealer: Sealer; reason: string }>

/** Signs a finished PDF with the organization's certificate (PAdES), so that any later change shows. Of no transaction. */
export const sealDocument = (
  { documents, now: signedAt }: Pick<Ground, 'documents' | 'now'>,
  pdf: Uint8Array,
  { sealer, reason }: Seal,
): Promise<Uint8Array> => documents.seal(pdf, sealer, { reason, signedAt })
