import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { addHours } from '#kernel/dates.ts'
import * as contract from './contract.ts'
import { detectMediaType } from './detect-media-type.ts'
import { fileStored } from './events.ts'
import { tidyName } from './file-name.ts'
import { uploadFiles } from './permissions.ts'
import { tooManyLooseFiles } from './problems.ts'
import { countWaiting, insertFile } from './store.ts'
import { viewOf } from './stored-file.ts'

/** A person cannot fill the disk with files that belong to nothing. */
const mostWaitingADay = 200n

export const uploadFile = command(contract.uploadFile)({
  load: ({ tx, actor, now }) => countWaiting(tx, actor.personId, addHours(now, -24)),
  allow: (actor) => may(actor, uploadFiles),
  run: async ({ tx, actor, now, newId, storage, upload }, waiting, { name }) => {
    if (!upload) throw new Error('An upload arrived without a file.')
    if (waiting >= mostWaitingADay) throw tooManyLooseFiles({ retryAfterSeconds: 3_600 })
    const { sha256, sizeBytes } = upload
    const { organizationId } = tx
    const mediaType = await detectMediaType({ storage, organizationId, blob: upload, name })
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
      departmentId: null,
    }
    await insertFile(tx, file)
    return { result: viewOf(file), events: [fileStored({ fileId: file.id, mediaType, sizeBytes, sha256 })] }
  },
})
