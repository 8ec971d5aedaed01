import type { Actor } from '#kernel/actor.ts'
import type { Work } from '#kernel/command.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { unauthenticated } from '#kernel/problem.ts'
import { query } from '#kernel/query.ts'
import { isSignedIn } from '#modules/access/people/me.ts'
import { type Person, personFor } from '#modules/access/people/store.ts'
import * as contract from './contract.ts'
import { type AddressChange, waitingChangeOf } from './store.ts'

type Mine = Pick<Work, 'tx' | 'actor' | 'now'>

/** Signed in, and in one of their organizations: in its words the mails go out. */
export const isSignedInHere = (actor: Actor): boolean =>
  isSignedIn(actor) && actor.organizationId !== noOrganizationId

export const myself = async ({ tx, actor }: Pick<Work, 'tx' | 'actor'>): Promise<Person> => {
  const person = await personFor(tx, actor.personId)
  if (!person) throw unauthenticated()
  return person
}

export const myAddressOf = async (work: Mine): Promise<contract.MyAddress> => {
  const { id, email } = await myself(work)
  return { email, waiting: waitingViewOf(await waitingChangeOf(work.tx, id, work.now)) }
}

export const waitingViewOf = (change: AddressChange | undefined): contract.WaitingAddress | null =>
  change
    ? { email: change.email, askedAt: change.askedAt.toISOString(), expiresAt: change.expiresAt.toISOString() }
    : null

export const myAddress = query(contract.myAddress)({ allow: isSignedIn, read: myAddressOf })
