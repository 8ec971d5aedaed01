import type { Work } from '#kernel/command.ts'
import { pictureOf } from '#kernel/documents/image.ts'
import type { Letterhead } from '#kernel/documents/letterhead.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import { FileId } from './contract.ts'
import { readFile } from './read-file.ts'

/** How the organization heads its documents: its programme's name, its colour and its logo. */
export const letterheadOf = async (work: Pick<Work, 'tx' | 'storage'>): Promise<Letterhead> => {
  const { programmeName, brandColor, logoFileId } = await organizationOf(work.tx)
  const logo = logoFileId === null ? undefined : pictureOf(await readFile(work, FileId.parse(logoFileId)))
  return { name: programmeName, colour: brandColor, ...(logo ? { logo } : {}) }
}
