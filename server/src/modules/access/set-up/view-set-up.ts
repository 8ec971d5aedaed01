import { noOrganizationId } from '#kernel/http/mount.ts'
import { publicQuery } from '#kernel/query.ts'
import * as contract from '#modules/access/contract.ts'
import { findSetUpLink } from './store.ts'

export const viewSetUp = publicQuery({ ...contract.viewSetUp, public: true })({
  enter: () => noOrganizationId,
  read: async ({ tx, now }, { token }) => {
    await findSetUpLink(tx, token, now)
    return { open: true as const }
  },
})
