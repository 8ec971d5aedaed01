import { noOrganizationId } from '#kernel/http/mount.ts'
import { publicQuery } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { brandAt } from './store.ts'

export const viewBrand = publicQuery({ ...contract.viewBrand, public: true })({
  enter: () => noOrganizationId,
  read: ({ tx }, { slug }) => brandAt(tx, slug),
})
