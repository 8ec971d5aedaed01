import { publicQuery } from '#kernel/query.ts'
import * as contract from '#modules/access/contract.ts'
import { enterByLink, linkBehind } from '#modules/access/links/enter-by-link.ts'
import { subjectOfLink } from '#modules/access/links/store.ts'
import { personOfEmail } from '#modules/access/people/store.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import { memberFor } from './store.ts'

const purpose = 'member-invitation'

export const viewInvitation = publicQuery({ ...contract.viewInvitation, public: true })({
  enter: enterByLink(purpose),
  read: async ({ tx, now, secrets }, { token }) => {
    const { linkId } = linkBehind({ secrets }, purpose, token)
    const memberId = contract.MemberId.parse(await subjectOfLink(tx, { linkId, purpose, now }))
    const { name, email } = await memberFor(tx, memberId)
    const { slug, name: organizationName } = await organizationOf(tx)
    const hasSignIn = (await personOfEmail(tx, email)) !== undefined
    return { organization: { slug, name: organizationName }, name, email, hasSignIn }
  },
})
