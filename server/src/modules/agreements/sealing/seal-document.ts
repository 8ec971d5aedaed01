import type { Work } from '#kernel/command.ts'
import { sealerOf } from './sealing-certificate.ts'

/** Signs a finished PDF with the organization's certificate (PAdES), so that any later change shows. */
export const sealDocument = async (work: Work, pdf: Uint8Array, reason: string): Promise<Uint8Array> =>
  work.documents.seal(pdf, await sealerOf(work), { reason, signedAt: work.now })
