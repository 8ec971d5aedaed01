import { publicQuery } from '#kernel/query.ts'
import { enterByLink, linkBehind } from '#modules/access/links/enter-by-link.ts'
import { subjectOfLink } from '#modules/access/links/store.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { openChange } from './store.ts'

const purpose = 'address-change'

export const viewAddressChange = publicQuery({ ...contract.viewAddressChange, public: true })({
  enter: enterByLink(purpose),
  read: async ({ tx, now, secrets }, { token }) => {
    const { linkId } = linkBehind({ secrets }, purpose, token)
    const changeId = contract.AddressChangeId.parse(await subjectOfLink(tx, { linkId, purpose, now }))
    const { slug, name } = await organizationOf(tx)
    return { organization: { slug, name }, email: (await openChange(tx, changeId)).email }
  },
})
