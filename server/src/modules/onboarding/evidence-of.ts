import type { Work } from '#kernel/command.ts'
import { contractorOf } from '#modules/directory/index.ts'
import { payeeOf } from '#modules/payees/index.ts'
import { currentTaxForm } from '#modules/tax/index.ts'
import type { Evidence } from './evidence.ts'
import type { Onboarding } from './onboarding.ts'
import type { Stage } from './stage.ts'

const none: Evidence = { kind: 'none' }

/** What is on file about a stage, for the kinds that are settled in a module of their own. */
export const evidenceOf = async (
  { tx }: Pick<Work, 'tx'>,
  { contractorId }: Pick<Onboarding, 'contractorId'>,
  stage: Stage,
): Promise<Evidence> => {
  if (stage.plan.kind === 'tax_form') return taxEvidence({ tx }, contractorId, stage)
  if (stage.plan.kind === 'payout_method') return payoutEvidence({ tx }, contractorId)
  return none
}

type Reading = Pick<Work, 'tx'>

/** Form W-9 certifies a U.S. person; others are asked for nothing here until there are W-8 forms. */
const taxEvidence = async (
  { tx }: Reading,
  contractorId: Onboarding['contractorId'],
  stage: Stage,
): Promise<Evidence> => {
  const { country } = await contractorOf(tx, contractorId)
  if (country !== 'US') return { kind: 'not_needed', reason: 'Form W-9 is for persons in the United States.' }
  const form = await currentTaxForm(tx, contractorId)
  if (!form) return none
  // The form that was sent back is still the current one until another is signed.
  const isSentBack = stage.status === 'changes_requested' && form.signedAt <= stage.movedAt
  return isSentBack ? none : { kind: 'settled' }
}

/** An account that a second person confirmed will do, even while it is held: it stops payments, not the start. */
const payoutEvidence = async ({ tx }: Reading, contractorId: string): Promise<Evidence> => {
  const methods = (await payeeOf(tx, contractorId))?.payoutMethods ?? []
  const has = (...statuses: readonly string[]) => methods.some(({ status }) => statuses.includes(status))
  if (has('verified', 'cooling_off', 'active')) return { kind: 'settled' }
  if (has('requested', 'pending_verification')) return { kind: 'given' }
  const newest = methods[0]
  if (newest === undefined) return none
  return {
    kind: 'refused',
    reason: newest.reason ?? `The account ending in ${newest.last4} was taken back. Name the account to be paid to.`,
  }
}
