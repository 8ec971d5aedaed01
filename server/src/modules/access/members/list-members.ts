import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from '#modules/access/contract.ts'
import { readMembers } from '#modules/access/permissions.ts'
import { viewOf } from './member.ts'
import { membersOf } from './store.ts'

export const listMembers = query(contract.listMembers)({
  allow: (actor) => may(actor, readMembers),
  read: async ({ tx, actor }, { limit, after, status }) => {
    const { items, next } = await membersOf(tx, { limit, after, status })
    return { items: items.map((member) => viewOf(member, actor)), next }
  },
})
