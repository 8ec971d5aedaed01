import { type Actor, may } from '#kernel/actor.ts'
import type { FileView, Sensitivity } from './contract.ts'
import type { MediaType } from './media-type.ts'
import { openFiles, openOwnProtectedFiles, openProtectedFiles } from './permissions.ts'
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
  const isOpen = file.sensitivity === 'protected' ? mayOpenProtected(actor) : may(actor, openFiles)
  return place !== null && places.has(place) && isOpen
}

export const mayOpenProtected = (actor: Actor): boolean => may(actor, openProtectedFiles)

/** A ticket ends with the role that got it. */
export const mayHoldTicket = (actor: Actor, file: Placed): boolean =>
  isOwn(actor, file) ? may(actor, openOwnProtectedFiles) : mayOpenProtected(actor)

/** Reading it is an act of its own, with a fresh proof of who asks: a session that was stolen alone opens nothing. */
export const asksForTicket = (file: StoredFile): boolean =>
  file.sensitivity === 'protected' && file.attachedAt !== null

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
