import type { Work } from '#kernel/command.ts'
import type { FileId, FileView, Sensitivity } from './contract.ts'
import type { MediaType } from './media-type.ts'
import { lockFile, saveAttachment } from './store.ts'
import { attach, refuseIfNotLoose, viewOf } from './stored-file.ts'

export type Attachment = Readonly<{
  /** The object it belongs to, such as an invoice: whoever sees that may open it. */
  subjectId: string
  /** The contractor who may open it, too. Leave it out for what the company keeps to itself. */
  contractorId?: string
  sensitivity: Sensitivity
  /** The only kinds of file that make sense here. */
  accept?: readonly MediaType[]
}>

/** Takes up a file that the acting person has uploaded. Somebody else's, or one that is taken, is refused. */
export const attachFile = async (
  { tx, actor, causedBy, now }: Work,
  fileId: FileId,
  attachment: Attachment,
): Promise<FileView> => {
  const file = attach(await lockFile(tx, fileId), { ...attachment, personId: causedBy ?? actor.personId, now })
  await saveAttachment(tx, file)
  return viewOf(file)
}

/** A file that the acting person has uploaded and nothing has taken up: what `attachFile` would accept. Locks it. */
export const looseFile = async ({ tx, actor }: Pick<Work, 'tx' | 'actor'>, fileId: FileId): Promise<FileView> => {
  const file = await lockFile(tx, fileId)
  refuseIfNotLoose(file, actor.personId)
  return viewOf(file)
}
