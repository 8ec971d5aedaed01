import { buffer } from 'node:stream/consumers'
import type { Work } from '#kernel/command.ts'
import { Download } from '#kernel/download.ts'
import type { FileId, FileView } from './contract.ts'
import { fileOf, filesAbout } from './store.ts'
import { viewOf } from './stored-file.ts'

/** The content of a file, for a module that has already settled that it may be used. */
export const readFile = async (
  { tx, storage }: Pick<Work, 'tx' | 'storage'>,
  fileId: FileId,
): Promise<Uint8Array> => {
  const { sha256 } = await fileOf(tx, fileId)
  return buffer(storage.open(tx.organizationId, sha256))
}

/** The content of a file that was looked up before, for a command's `prepare`, which has no transaction. */
export const bytesOf = (
  { actor, storage }: Pick<Work, 'actor' | 'storage'>,
  { sha256 }: Pick<FileView, 'sha256'>,
): Promise<Uint8Array> => buffer(storage.open(actor.organizationId, sha256))

/**
 * The file as an answer, for a module that has already settled who may have it: the holder of a signing link, say. Read
 * here rather than by the server, because a stranger's request belongs to no organization.
 */
export const downloadOf = async (
  { tx, storage }: Pick<Work, 'tx' | 'storage'>,
  fileId: FileId,
): Promise<Download> => {
  const { name, mediaType, sha256 } = await fileOf(tx, fileId)
  return new Download({
    fileName: name,
    mediaType,
    content: storage.open(tx.organizationId, sha256),
    inline: true,
  })
}

/** What is known about a file, whoever asks. */
export const fileView = async (tx: Work['tx'], fileId: FileId): Promise<FileView> => viewOf(await fileOf(tx, fileId))

/** The files that belong to an object, oldest first. Which of them the actor may open is asked when they open it. */
export const filesOf = async (tx: Work['tx'], subjectId: string): Promise<readonly FileView[]> =>
  (await filesAbout(tx, subjectId)).map(viewOf)
