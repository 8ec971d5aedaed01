import { Download } from '#kernel/download.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { publicQuery } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { logoAt } from './store.ts'

export const viewLogo = publicQuery({ ...contract.viewLogo, public: true })({
  enter: () => noOrganizationId,
  read: async ({ tx, storage }, { slug }) => {
    const { organizationId, sha256, mediaType } = await logoAt(tx, slug)
    const fileName = mediaType === 'image/png' ? 'logo.png' : 'logo.jpg'
    return new Download({ fileName, mediaType, content: storage.open(organizationId, sha256), inline: true })
  },
})
