import { type Actor, may } from '#kernel/actor.ts'
import type { Tx } from '#kernel/db.ts'
import { forbidden, stale } from '#kernel/problem.ts'
import type { Contractor } from '#modules/directory/contractor.ts'
import { ContractorId } from '#modules/directory/ids.ts'
import { useOwnProfile } from '#modules/directory/permissions.ts'
import { contractorOf, holdContractor } from '#modules/directory/store.ts'
import type { OwnProfileView } from './contract.ts'

/** Only who acts as a contractor has a profile of their own, whatever else they may do. */
export const mayUseOwnProfile = (actor: Actor): boolean =>
  may(actor, useOwnProfile) && actor.contractorId !== undefined

const ownId = (actor: Actor): ContractorId => {
  if (!mayUseOwnProfile(actor)) throw forbidden()
  return ContractorId.parse(actor.contractorId)
}

export const ownContractor = (actor: Actor, tx: Tx): Promise<Contractor> => contractorOf(tx, ownId(actor))

/** Holds the row until the commit, and refuses who looked at an older version. */
export const lockOwnContractor = async (actor: Actor, tx: Tx, version: number): Promise<Contractor> => {
  const contractor = await holdContractor(tx, ownId(actor))
  if (contractor.version !== version) throw stale({ currentVersion: contractor.version })
  return contractor
}

/** Nothing about where the company files a contractor, what it pays others, or whom it would not engage again. */
export const ownViewOf = (contractor: Contractor): OwnProfileView => ({
  ...contractor,
  skills: [...contractor.skills],
})
