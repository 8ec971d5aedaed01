import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { pictureOf } from '#kernel/documents/image.ts'
import { logoChanged, organizationView, setLogo as saveLogo } from '#modules/organizations/index.ts'
import { attachFile, looseFile } from './attach-file.ts'
import * as contract from './contract.ts'
import { changeLogo } from './permissions.ts'
import { otherFileWanted } from './problems.ts'
import { bytesOf } from './read-file.ts'

export const setLogo = command(contract.setLogo)({
  load: (work, { fileId }) => looseFile(work, fileId),
  allow: (actor) => may(actor, changeLogo),
  prepare: async (ground, file) => {
    const { sha256, mediaType } = file
    const isPicture = mediaType === 'image/png' || mediaType === 'image/jpeg'
    // It stands at the head of every document as well, so it has to be one that can be set there.
    if (!isPicture || !pictureOf(await bytesOf(ground, file))) throw notALogo()
    return { sha256, mediaType }
  },
  run: async (work, _, { fileId, version }) => {
    const { organizationId } = work.tx
    await attachFile(work, fileId, { subjectId: organizationId, sensitivity: 'normal' })
    const organization = await saveLogo(work.tx, { logo: { fileId, ...work.prepared }, version })
    return {
      result: organizationView(organization, work.actor),
      events: [logoChanged({ organizationId, logoFileId: fileId })],
    }
  },
})

const notALogo = () =>
  otherFileWanted({
    errors: [
      {
        pointer: '#/fileId',
        detail: 'Use a PNG or JPEG of at most 2 MB, with no more than 4,096 pixels on each side.',
      },
    ],
  })
