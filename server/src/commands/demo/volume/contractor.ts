import { PersonId } from '#kernel/ids.ts'
import { ContractorId, type ContractorStatus, EngagementId, RateId } from '#modules/directory/contract.ts'
import { PayeeId, PayoutMethodId } from '#modules/payees/contract.ts'
import { TaxFormId } from '#modules/tax/contract.ts'
import { AssignmentId } from '#modules/work/contract.ts'
import { person } from '../names.ts'
import type { Chance } from '../random.ts'
import type { Ids } from './seeded-ids.ts'

/** What keeps the money of a few back. `changing`: a new account waits; `came_back…`: a payment did, one or two pay days ago. */
export type Trouble =
  | 'none'
  | 'no_tax_form'
  | 'no_account'
  | 'unconfirmed'
  | 'changing'
  | 'came_back'
  | 'came_back_before'

/** The time somebody works for the company, with all that comes with it. */
export type Job = Readonly<{
  personId: PersonId
  engagementId: EngagementId
  assignmentId: AssignmentId
  payeeId: PayeeId
  payoutMethodId: PayoutMethodId
  /** Of the account that is to take its place, where there is one. */
  nextMethodId: PayoutMethodId
  taxFormId: TaxFormId
  rateId: RateId
  from: number
  to: number
  /** Dollars an hour. */
  rate: number
  title: string
  projectAt: number
  /** Who writes an invoice a week has more of them than who writes one a month. */
  weight: number
  accountNumber: string
  /** What their invoice numbers begin with. */
  prefix: string
  trouble: Trouble
}>

export type Contractor = Readonly<{
  place: number
  contractorId: ContractorId
  profile: ReturnType<typeof person>
  status: ContractorStatus
  joinedAt: number
  typeAt: number
  departmentAt: number
  job: Job | null
}>

export type Scene = Readonly<{
  chance: Chance
  newId: Ids
  begins: number
  now: number
  /** Where mail to these people would go. */
  domain: string
  projects: number
}>

const dayMs = 86_400_000

/** The contractors of a volume in the order they joined: a third was there before the story begins. */
export const contractor = (scene: Scene, place: number, count: number): Contractor => {
  const { chance, newId } = scene
  const joinedAt = joiningOf(scene, place / count)
  const status = pick(chance, scene.now - joinedAt < 45 * dayMs ? newcomers : oldHands)
  const profile = { ...initialled(chance, person(chance, place)), email: `person${place}@people.${scene.domain}` }
  const at = { joinedAt, status, place, country: profile.country }
  return {
    place,
    contractorId: newId(ContractorId, joinedAt),
    profile,
    status,
    joinedAt,
    typeAt: chance.between(0, 1_000),
    departmentAt: chance.between(0, 1_000),
    job: worked.has(status) ? jobOf(scene, at) : null,
  }
}

const joiningOf = ({ begins, now }: Scene, share: number): number =>
  share < 0.35
    ? begins - 20 * dayMs + (share / 0.35) * 19 * dayMs
    : begins + ((share - 0.35) / 0.65) * (now - begins - dayMs / 24)

/** Thousands share few names; an initial keeps most of them apart, as it does in life. */
const initialled = (chance: Chance, made: ReturnType<typeof person>): ReturnType<typeof person> => {
  const [given, family, ...others] = made.displayName.split(' ')
  const letter = String.fromCharCode(65 + chance.between(0, 25))
  if (made.country !== 'US' || family === undefined || others.length > 0 || chance.happens(0.4)) return made
  return { ...made, displayName: `${given} ${letter}. ${family}` }
}

type Shares = readonly [readonly [ContractorStatus, number], ...(readonly [ContractorStatus, number])[]]

const newcomers: Shares = [
  ['active', 26],
  ['draft', 28],
  ['invited', 16],
  ['onboarding', 18],
  ['ready', 9],
  ['declined', 3],
]
const oldHands: Shares = [
  ['active', 56],
  ['ended', 16],
  ['paused', 5],
  ['draft', 8],
  ['archived', 4],
  ['invite_expired', 3],
  ['declined', 3],
  ['withdrawn', 3],
  ['rejected', 2],
]
const worked: ReadonlySet<ContractorStatus> = new Set<ContractorStatus>(['active', 'paused', 'ended'])

const pick = (chance: Chance, shares: Shares): ContractorStatus => {
  let drawn = chance.between(1, 100)
  for (const [status, share] of shares) {
    drawn -= share
    if (drawn <= 0) return status
  }
  return shares[0][0]
}

const titles: readonly [string, ...string[]] = [
  'Design retainer',
  'Editorial desk',
  'Product shoots',
  'Campaign films',
  'Front-end work',
  'Interviews',
  'Field research',
  'Event support',
]

type Newcomer = Readonly<{ joinedAt: number; status: ContractorStatus; place: number; country: string }>

const jobOf = (
  { chance, newId, begins, now, projects }: Scene,
  { joinedAt, status, place, country }: Newcomer,
): Job => {
  const from = Math.min(Math.max(joinedAt + chance.between(1, 9) * dayMs, begins), now - dayMs / 2)
  const left = status === 'active' ? 0 : chance.between(5, 90) / 100
  return {
    personId: newId(PersonId, joinedAt),
    engagementId: newId(EngagementId, joinedAt),
    assignmentId: newId(AssignmentId, joinedAt),
    payeeId: newId(PayeeId, joinedAt),
    payoutMethodId: newId(PayoutMethodId, joinedAt),
    nextMethodId: newId(PayoutMethodId, now - 3 * dayMs),
    rateId: newId(RateId, joinedAt),
    taxFormId: newId(TaxFormId, joinedAt),
    from,
    to: now - dayMs / 12 - left * (now - from),
    rate: chance.between(45, 160),
    title: chance.one(titles),
    projectAt: chance.between(0, projects - 1),
    weight: chance.happens(0.6) ? 1 : chance.happens(0.6) ? 2 : 4,
    accountNumber: String(20_000_000 + place * 7),
    prefix: chance.one(['INV-', '', 'A-', '2024/', 'R']),
    trouble: troubleOf(chance, now - from, country),
  }
}

/** Who began lately may not have everything in place; of the others a few have trouble with their account. */
const troubleOf = (chance: Chance, since: number, country: string): Trouble => {
  const drawn = chance.between(1, 1_000)
  if (since < 80 * dayMs) {
    if (drawn <= 110) return country === 'US' ? 'no_tax_form' : 'none'
    if (drawn <= 170) return 'no_account'
    return drawn <= 270 ? 'unconfirmed' : 'none'
  }
  if (drawn <= 8) return 'changing'
  if (drawn <= 16) return 'came_back'
  return drawn <= 22 ? 'came_back_before' : 'none'
}
