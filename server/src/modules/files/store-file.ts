import type { Work } from '#kernel/command.ts'
import { FileId, type Sensitivity } from './contract.ts'
import { tidyName } from './file-name.ts'
import type { MediaType } from './media-type.ts'
import { insertFile } from './store.ts'

export type NewFile = Readonly<{
  name: string
  mediaType: MediaType
  bytes: Uint8Array
  sensitivity: Sensitivity
  /** The object it belongs to. */
  subjectId?: string
  /** The contractor who may open it, too. */
  contractorId?: string
}>

/** Keeps a document that Muster itself has made. What happened is told by the caller's own event. */
export const storeFile = async (
  { tx, actor, causedBy, now, newId, storage }: Work,
  { name, mediaType, bytes, sensitivity, subjectId, contractorId }: NewFile,
): Promise<FileId> => {
  const { sha256, sizeBytes } = await storage.put(tx.organizationId, [bytes], bytes.byteLength)
  const id = newId(FileId)
  await insertFile(tx, {
    id,
    name: tidyName(name, mediaType),
    mediaType,
    sizeBytes,
    sha256,
    sensitivity,
    uploadedBy: causedBy ?? actor.personId,
    uploadedAt: now,
    attachedAt: now,
    subjectId: subjectId ?? null,
    contractorId: contractorId ?? null,
  })
  return id
}
