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
  }
>

export type Placed = Pick<StoredFile, 'sensitivity' | 'uploadedBy' | 'attachedAt' | 'subjectId' | 'contractorId'>

const isOwn = (actor: Actor, { contractorId }: Placed): boolean =>
  actor.contractorId !== undefined && contractorId === actor.contractorId

/** What waits is its uploader's alone; afterwards it is opened by its contractor and by those who see its place. */
export const mayOpen = (actor: Actor, file: Placed, places: ReadonlySet<string>): boolean => {
  if (file.attachedAt === null) return file.uploadedBy === actor.personId && may(actor, openFiles)
  if (isOwn(actor, file)) return may(actor, openFiles)
  const place = file.subjectId ?? file.contractorId
  const needed = file.sensitivity === 'protected' ? openProtectedFiles : openFiles
  return place !== null && places.has(place) && may(actor, needed)
}

/** Whoever it is about opens it as it is; everybody else leaves word first. */
export const asksForTicket = (actor: Actor, file: StoredFile): boolean =>
  file.sensitivity === 'protected' && file.attachedAt !== null && !isOwn(actor, file)

type Attaching = Readonly<{
  personId: string
  now: Date
  subjectId: string
  contractorId?: string
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
