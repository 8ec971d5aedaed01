import type { Tx } from '#kernel/db.ts'
import { formerAddressesOf, portalPersonFor } from '#modules/access/index.ts'
import type { ContractorId } from './ids.ts'
import { contractorOf, formerAddressesOnFile } from './store.ts'

/** Days for which an address that was given up still counts. */
export const formerAddressesCountForDays = 90
const dayMs = 86_400_000

export type Addresses = Readonly<{
  name: string
  /** The one they sign in with; for whoever does not sign in, the one on file. */
  current: string
  /** Where they could be reached within the last ninety days, or where the company still believes them to be. */
  former: readonly string[]
}>

/**
 * Where a contractor is told of things. What concerns their money goes to the former addresses too: whoever managed to
 * change the address would otherwise be the only one to learn of the next change.
 */
export const addressesOf = async (tx: Tx, contractorId: ContractorId, now: Date): Promise<Addresses> => {
  const since = new Date(now.getTime() - formerAddressesCountForDays * dayMs)
  const { displayName, email } = await contractorOf(tx, contractorId)
  const person = await portalPersonFor(tx, contractorId)
  const current = person?.email ?? email
  const known = [
    email,
    ...(await formerAddressesOnFile(tx, contractorId, since)),
    ...(person ? await formerAddressesOf(tx, person.id, since) : []),
  ]
  return { name: displayName, current, former: [...new Set(known)].filter((address) => address !== current) }
}
