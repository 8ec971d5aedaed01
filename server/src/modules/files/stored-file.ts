import { type Actor, may } from '#kernel/actor.ts'
import type { FileView, Sensitivity } from './contract.ts'
import type { MediaType } from './media-type.ts'
import { openFiles, openProtectedFiles } from './permissions.ts'
import { fileAlreadyUsed, fileNotFound, otherFileWanted } from './problems.ts'

export type StoredFile = Readonly<
  FileView & {
    uploadedBy: string
    /** Unset while nothing has taken the file up. */
    attachedAt: Date | null
    subjectId: string | null
    /** The contractor who may open it, too. */
    contractorId: string | null
    departmentId: string | null
  }
>

/** What waits is its uploader's alone; afterwards it is opened by those whose business it is. */
export const mayOpen = (actor: Actor, file: StoredFile): boolean => {
  if (file.attachedAt === null) return file.uploadedBy === actor.personId && may(actor, openFiles)
  if (actor.contractorId !== undefined) return file.contractorId === actor.contractorId && may(actor, openFiles)
  const needed = file.sensitivity === 'protected' ? openProtectedFiles : openFiles
  return may(actor, needed, file.departmentId)
}

/** Whoever it is about opens it as it is; everybody else leaves word first. */
export const asksForTicket = (actor: Actor, file: StoredFile): boolean =>
  file.sensitivity === 'protected' && file.attachedAt !== null && actor.contractorId === undefined

type Attaching = Readonly<{
  personId: string
  now: Date
  subjectId: string
  contractorId?: string
  departmentId?: string | null
  sensitivity: Sensitivity
  accept?: readonly MediaType[]
}>

/** One file, one place: whoever could use a file twice could pass it on to somebody it is not meant for. */
export const attach = (file: StoredFile, to: Attaching): StoredFile => {
  refuseIfNotLoose(file, to.personId)
  if (to.accept && !to.accept.includes(file.mediaType)) throw otherFileWanted({ accepted: to.accept })
  return {
    ...file,
    sensitivity: to.sensitivity,
    attachedAt: to.now,
    subjectId: to.subjectId,
    contractorId: to.contractorId ?? null,
    departmentId: to.departmentId ?? null,
  }
}

export const refuseIfNotLoose = (file: StoredFile, personId: string): void => {
  if (file.uploadedBy !== personId) throw fileNotFound({ fileId: file.id })
  if (file.attachedAt !== null) throw fileAlreadyUsed({ fileId: file.id })
}

export const viewOf = ({
  id,
  name,
  mediaType,
  sizeBytes,
  sha256,
  sensitivity,
  uploadedAt,
}: StoredFile): FileView => ({
  id,
  name,
  mediaType,
  sizeBytes,
  sha256,
  sensitivity,
  uploadedAt,
})
