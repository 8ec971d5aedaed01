import { money } from '#kernel/money.ts'
import { lastFour } from '#kernel/secrets.ts'
import { portalAccessGranted } from '#modules/access/index.ts'
import type { ContractorStatus } from '#modules/directory/contract.ts'
import {
  contractorAdded,
  contractorMoved,
  engagementActivated,
  engagementEnded,
  engagementOpened,
  rateAdded,
} from '#modules/directory/index.ts'
import {
  payeeSaved,
  payoutMethodActivated,
  payoutMethodRequested,
  payoutMethodVerified,
} from '#modules/payees/index.ts'
import { w9Signed } from '#modules/tax/index.ts'
import { assignmentAccepted, assignmentOffered } from '#modules/work/index.ts'
import { dayOf } from '../day-of.ts'
import type { VolumeCompany } from './company.ts'
import type { Contractor, Job } from './contractor.ts'
import { byMachine, byPerson, type Fact } from './fact.ts'
import { projectOf } from './written-invoice.ts'

const hourMs = 3_600_000

/** How each state is reached from `draft`. */
const ways: Readonly<Partial<Record<ContractorStatus, readonly ContractorStatus[]>>> = {
  invited: ['invited'],
  invite_expired: ['invited', 'invite_expired'],
  onboarding: ['invited', 'onboarding'],
  declined: ['invited', 'declined'],
  withdrawn: ['withdrawn'],
  rejected: ['invited', 'onboarding', 'rejected'],
  ready: ['invited', 'onboarding', 'ready'],
  active: ['invited', 'onboarding', 'ready', 'active'],
  paused: ['invited', 'onboarding', 'ready', 'active', 'paused'],
  ended: ['invited', 'onboarding', 'ready', 'active', 'ended'],
  archived: ['archived'],
}

/** What the journal says of a contractor: how they came, and what was agreed with them. */
export const factsOf = (company: VolumeCompany, one: Contractor): readonly Fact[] => {
  const { contractorId, profile, joinedAt, job } = one
  const { manager } = company.staff
  const { displayName } = profile
  const added = contractorAdded({ contractorId, displayName })
  return [
    byPerson(manager, joinedAt, ['directory.add-contractor', added]),
    ...movesOf(company, one),
    ...(job ? [...beginnings(company, one, job), ...paperwork(company, one, job)] : []),
  ]
}

const movesOf = ({ staff }: VolumeCompany, { contractorId, profile, status, joinedAt, job }: Contractor): Fact[] =>
  (ways[status] ?? []).map((to, place, way) => {
    const from = way[place - 1] ?? 'draft'
    const at = to === 'paused' || to === 'ended' ? (job?.to ?? joinedAt) : joinedAt + (place + 1) * 0.1 * hourMs
    const { displayName } = profile
    const event = contractorMoved({ contractorId, displayName, from, to, reason: 'agreed with them' })
    return byPerson(staff.manager, at, ['directory.move-contractor', event])
  })

const beginnings = (company: VolumeCompany, one: Contractor, job: Job): Fact[] => {
  const { contractorId, joinedAt, status, profile } = one
  const { displayName } = profile
  const { manager } = company.staff
  const { engagementId, assignmentId, title } = job
  const [startsOn, price] = [dayOf(job.from), money(BigInt(job.rate) * 100n, 'USD')]
  const assignment = { assignmentId, projectId: projectOf(company, job).id, contractorId, title }
  const engagement = { engagementId, contractorId }
  const opened = { ...engagement, legalEntityId: company.legalEntity.id, displayName, startsOn }
  const offered = { ...assignment, price, pricing: 'hourly', answerBy: startsOn }
  const facts = [
    byPerson(manager, joinedAt, [
      'directory.add-rate',
      rateAdded({ contractorId, displayName, unit: 'hour', price, validFrom: startsOn }),
    ]),
    byPerson(manager, joinedAt, ['directory.add-engagement', engagementOpened(opened)]),
    byPerson(manager, joinedAt, ['work.offer-assignment', assignmentOffered(offered)]),
    byPerson(job.personId, job.from, ['work.accept-assignment', assignmentAccepted(assignment)]),
    byMachine(job.from, ['directory.activate-engagement', engagementActivated({ ...engagement, startsOn })]),
  ]
  if (status !== 'ended') return facts
  const ended = engagementEnded({ ...engagement, lastDay: dayOf(job.to), reason: 'The work is done' })
  return [...facts, byPerson(manager, job.to, ['directory.end-engagement', ended])]
}

const paperwork = ({ staff }: VolumeCompany, one: Contractor, job: Job): Fact[] => {
  const { contractorId, joinedAt, profile } = one
  const { personId, payeeId, payoutMethodId, trouble } = job
  const at = joinedAt + hourMs
  const access = portalAccessGranted({ contractorId, portalPersonId: personId, name: profile.displayName })
  const facts = [
    byPerson(personId, at, ['onboarding.accept', access]),
    byPerson(personId, at, ['payees.save-mine', payeeSaved({ payeeId, contractorId })]),
  ]
  if (profile.country === 'US' && trouble !== 'no_tax_form') {
    const form = { taxFormId: job.taxFormId, contractorId, classification: 'individual' }
    facts.push(byPerson(personId, joinedAt + 2 * hourMs, ['tax.sign-my-w9', w9Signed(form)]))
  }
  if (trouble === 'no_account') return facts
  const method = { payoutMethodId, payeeId, contractorId, last4: lastFour(job.accountNumber) }
  const asked = payoutMethodRequested({ ...method, isChange: false })
  facts.push(byPerson(personId, at, ['payees.request-payout-method', asked]))
  if (trouble === 'unconfirmed') return facts
  if (trouble === 'changing') {
    const next = { ...method, payoutMethodId: job.nextMethodId, last4: lastFour(`9${job.accountNumber}`) }
    const changing = payoutMethodRequested({ ...next, isChange: true })
    facts.push(byPerson(personId, job.to - 72 * hourMs, ['payees.request-payout-method', changing]))
  }
  const confirmed = payoutMethodVerified({ ...method, isChange: false })
  const command = 'payees.verify-payout-method'
  return [
    ...facts,
    byPerson(staff.legal, at + 6 * hourMs, [command, confirmed]),
    byPerson(staff.legal, at + 6 * hourMs, [command, payoutMethodActivated(method)]),
  ]
}
