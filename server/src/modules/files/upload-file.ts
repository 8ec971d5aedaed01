import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { addHours } from '#kernel/dates.ts'
import * as contract from './contract.ts'
import { detectMediaType } from './detect-media-type.ts'
import { fileStored } from './events.ts'
import { tidyName } from './file-name.ts'
import { uploadFiles } from './permissions.ts'
import { tooManyLooseFiles } from './problems.ts'
import { countWaiting, holdUploadsOf, insertFile } from './store.ts'
import { viewOf } from './stored-file.ts'

/** A person cannot fill the disk with files that belong to nothing. */
const mostWaitingADay = 200n

export const uploadFile = command(contract.uploadFile)({
  load: ({ tx, actor, now }) => countWaiting(tx, actor.personId, addHours(now, -24)),
  allow: (actor) => may(actor, uploadFiles),
  prepare: async ({ actor, storage, upload }, waiting, { name }) => {
    if (!upload) throw new Error('An upload arrived without a file.')
    holdWaiting(waiting)
    const { organizationId } = actor
    return { upload, mediaType: await detectMediaType({ storage, organizationId, blob: upload, name }) }
  },
  run: async ({ tx, actor, now, newId, prepared }, _, { name }) => {
    // Asked again: others of theirs may have arrived while this one was looked at.
    await holdUploadsOf(tx, actor.personId)
    holdWaiting(await countWaiting(tx, actor.personId, addHours(now, -24)))
    const { mediaType } = prepared
    const { sha256, sizeBytes } = prepared.upload
    const file = {
      id: newId(contract.FileId),
      name: tidyName(name, mediaType),
      mediaType,
      sizeBytes,
      sha256,
      sensitivity: 'protected' as const,
      uploadedBy: actor.personId,
      uploadedAt: now,
      attachedAt: null,
      subjectId: null,
      contractorId: null,
    }
    await insertFile(tx, file)
    return { result: viewOf(file), events: [fileStored({ fileId: file.id, mediaType, sizeBytes, sha256 })] }
  },
})

const holdWaiting = (waiting: bigint): void => {
  if (waiting >= mostWaitingADay) throw tooManyLooseFiles({ retryAfterSeconds: 3_600 })
}
