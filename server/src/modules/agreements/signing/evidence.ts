import type { Work } from '#kernel/command.ts'
import { personFor } from '#modules/access/index.ts'
import type { ContractorId } from '#modules/directory/contract.ts'
import { contractorOf } from '#modules/directory/index.ts'

/** How somebody was known to be who they are when they signed. */
export type SigningEvidence = Readonly<{
  /** The name and address of the account that signed; they may differ from the name that was written. */
  accountName: string
  email: string
  authentication: string
  signedInAt: string | null
  address: string
  userAgent: string
}>

/** Of whoever signs now, for themselves or for the organization. */
export const evidenceFor = async (work: Work, contractorId: ContractorId): Promise<SigningEvidence> => {
  const { name, email, twoFactor } = await accountOf(work, contractorId)
  const { actor, origin } = work
  return {
    accountName: name,
    email,
    authentication: twoFactor ? 'Signed in to their account with two factors' : 'Signed in to their account',
    signedInAt: actor.confirmedAt?.toISOString() ?? null,
    address: origin?.address ?? 'not known',
    userAgent: origin?.userAgent ?? '',
  }
}

/** Who signs: the account that asks, not the name that was written. */
const accountOf = async ({ tx, actor }: Work, contractorId: ContractorId) => {
  const person = await personFor(tx, actor.personId)
  if (person) return person
  if (actor.contractorId !== contractorId) throw new Error('Somebody without an account was about to sign.')
  const { displayName: name, email } = await contractorOf(tx, contractorId)
  return { name, email, twoFactor: false }
}

/** A moment as documents say it, in universal time. */
export const utc = (instant: Date | null): string =>
  instant === null ? '' : `${instant.toISOString().slice(0, 19).replace('T', ' ')} UTC`
