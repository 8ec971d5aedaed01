import { setImmediate } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { machine } from '#kernel/actor.ts'
import { addDays, addMonths, firstDayOfMonth, type PlainDate } from '#kernel/dates.ts'
import { type Tx, transaction } from '#kernel/db.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { dayOf } from '../day-of.ts'
import { randomFrom } from '../random.ts'
import { createStage } from '../stage.ts'
import { addUpSpend } from './add-up-spend.ts'
import { type Claim, type Told, tellClaim } from './claim.ts'
import { insertClaims } from './claim-rows.ts'
import type { Staff, VolumeCompany } from './company.ts'
import { type Contractor, contractor, type Job } from './contractor.ts'
import { factsOf } from './contractor-facts.ts'
import { insertContractors } from './contractor-rows.ts'
import type { Fact } from './fact.ts'
import { foundVolumeCompany } from './found-volume-company.ts'
import { hurry } from './hurry.ts'
import { type Due, invoiceCalendar } from './invoice-calendar.ts'
import { createLane } from './lane.ts'
import { factsOfPayDay } from './pay-day-facts.ts'
import { dueDays, type PayDay, payDaysUntil } from './pay-days.ts'
import { gatherings } from './pay-run-lines.ts'
import { playPayDay } from './play-pay-day.ts'
import { seededIds } from './seeded-ids.ts'
import { unhindered } from './unhindered.ts'
import { journalRows, writeJournalRows } from './volume-journal.ts'

export type VolumeWish = Readonly<{
  organizationId: OrganizationId
  /** Who acts for the company; members or not, it is their ids that count. */
  staff: Staff
  contractors: number
  invoices: number
  /** The same seed on the same day gives the same volume. */
  seed: number
  /** Where mail to the contractors would go: one install holds each address once. */
  domain: string
  /** Makes it several times faster, by what `unhindered` does; only while nobody else is at work in the database. */
  owner?: ClientConfig
}>

/** What can be asked of a volume afterwards. */
export type Volume = Readonly<{ company: VolumeCompany; contractors: readonly Contractor[] }>

const months = 24
const dayMs = 86_400_000
const claimsAtOnce = 4_000
const factsAtOnce = 12_000
/** How many invoices are made up before the answers of the database are looked at. */
const claimsInOneTurn = 250

/**
 * Fills an organization with contractors and two years of their invoices, decisions, payables, pay runs and books. What
 * each becomes is decided by the product's own pure rules; only the writing is by the thousand.
 */
export const fillWithVolume = async (
  runtime: Runtime,
  wish: VolumeWish,
  say: (line: string) => void,
): Promise<Volume> => {
  const now = runtime.outside.now().getTime()
  const firstMonth = firstDayOfMonth(addMonths(dayOf(now), 1 - months))
  const begins = Date.parse(`${firstMonth}T08:00:00Z`)
  const stage = createStage(runtime, wish.organizationId, new Date(begins - 25 * dayMs))
  const company = await foundVolumeCompany(stage, wish.staff)
  const fill = () => fillCompany(runtime, { ...wish, company, now, begins }, say)
  const contractors = wish.owner
    ? await unhindered(wish.owner, fill, () =>
        atOnce(runtime, company, (tx) => addUpSpend(tx, company.legalEntity.id)),
      )
    : await fill()
  return { company, contractors }
}

type Filling = VolumeWish & Readonly<{ company: VolumeCompany; now: number; begins: number }>

const fillCompany = async (
  runtime: Runtime,
  wish: Filling,
  say: (line: string) => void,
): Promise<readonly Contractor[]> => {
  const { company, now, begins, seed } = wish
  const firstMonth = dayOf(begins)
  const chance = randomFrom(seed)
  const newId = seededIds(chance)
  const story = { runtime, company, chance, newId, now, seed: wish.seed }
  const scene = { chance, newId, begins, now, domain: wish.domain, projects: company.projects.length }
  const contractors = Array.from({ length: wish.contractors }, (_, place) =>
    contractor(scene, place, wish.contractors),
  )
  const lanes = createLanes(story)
  say(`Taking ${wish.contractors} contractors on …`)
  for (let from = 0; from < contractors.length; from += 2_000) {
    const some = contractors.slice(from, from + 2_000)
    await lanes.write((vault) => insertContractors(vault, company, some))
    await lanes.tell(some.flatMap((one) => factsOf(company, one)))
  }
  const monthly = Array.from({ length: months }, (_, place) => addMonths(firstMonth, place))
  await playMonths({ ...story, lanes, monthly, contractors, invoices: wish.invoices }, say)
  await lanes.finish()
  return contractors
}

const atOnce = <Result>(
  runtime: Runtime,
  { organizationId }: VolumeCompany,
  run: (tx: Tx) => Promise<Result>,
): Promise<Result> => transaction(runtime.db, machine(organizationId), run)

type Story = Pick<Told, 'chance' | 'newId' | 'company' | 'now'> & Readonly<{ runtime: Runtime; seed: number }>
type Lanes = ReturnType<typeof createLanes>
type Vault = Parameters<typeof playPayDay>[0]

/**
 * Two ways into the database, one for the rows and one for the journal, each with writes in hand while the next are made
 * up: the database and this process both have their hands full.
 */
const createLanes = ({ runtime, company: { organizationId }, seed, now }: Story) => {
  // Ids of its own, so that they do not depend on which of the two ways was the faster one.
  const newId = seededIds(randomFrom(seed + 1))
  const [rows, journal] = [createLane(2), createLane(2)]
  let head: Awaited<ReturnType<typeof writeJournalRows>> | undefined
  const write = (run: (vault: Vault) => Promise<unknown>): Promise<void> =>
    rows.handIn(() =>
      transaction(runtime.db, machine(organizationId), async (tx) => {
        await hurry(tx)
        const { documents: _, mailer, ...outside } = runtime.outside
        await run({ ...outside, deliversMail: mailer !== undefined, modules: runtime.modules, tx })
      }),
    )
  const tell = async (facts: readonly Fact[]): Promise<void> => {
    for (let from = 0; from < facts.length; from += factsAtOnce) {
      const some = await journalRows({ organizationId, newId }, facts.slice(from, from + factsAtOnce))
      await journal.handIn(async () => {
        head = await writeJournalRows(runtime, { organizationId, now, head }, some)
      })
    }
  }
  const finish = async (): Promise<void> => {
    await Promise.all([rows.written(), journal.written()])
    if (head) await runtime.outside.checkpoints.keep({ organizationId, ...head, at: new Date(now) }, 0)
  }
  return { write, tell, written: rows.written, finish }
}

type Months = Story &
  Readonly<{
    lanes: Lanes
    monthly: readonly PlainDate[]
    contractors: readonly Contractor[]
    invoices: number
  }>

const playMonths = async (story: Months, say: (line: string) => void): Promise<void> => {
  const { chance, monthly, contractors, now } = story
  const payDays = payDaysUntil(monthly, now)
  const told: Told = { ...story, payDays, due: dueDays() }
  const before = invoiceCalendar(chance, contractors, story.invoices)
  const gathering = gatherings()
  const scene = { company: story.company, newId: seededIds(randomFrom(story.seed + 2)), cameBack: new Set<number>() }
  for (const [place, month] of monthly.entries()) {
    say(`${month.slice(0, 7)}: invoices, decisions, payments …`)
    const end = Math.min(Date.parse(`${addMonths(month, 1)}T00:00:00Z`), now)
    for (const some of inPortions(
      before(place === monthly.length - 1 ? Number.POSITIVE_INFINITY : end),
      claimsAtOnce,
    )) {
      const claims = await claimsOf(told, some, gathering)
      await story.lanes.write(({ tx }) => insertClaims(tx, claims))
      await story.lanes.tell(claims.flatMap(({ facts }) => facts))
    }
    const payDay = payDays[place]
    if (payDay) await playOne(story, { payDay, gathering, scene })
  }
}

const claimsOf = async (
  told: Told,
  dues: readonly Due[],
  gathering: ReturnType<typeof gatherings>,
): Promise<readonly Claim[]> => {
  const claims: Claim[] = []
  for (const due of dues) {
    claims.push(claimOf(told, due, gathering))
    if (claims.length % claimsInOneTurn === 0) await setImmediate()
  }
  return claims
}

const claimOf = (
  told: Told,
  { contractor: one, at, sequence }: Due,
  gathering: ReturnType<typeof gatherings>,
): Claim => {
  const claim = tellClaim(told, { contractor: one, job: one.job }, { at, sequence })
  gathering.add(one, one.job, claim)
  return claim
}

type Paying = Readonly<{
  payDay: PayDay
  gathering: ReturnType<typeof gatherings>
  scene: Omit<Parameters<typeof playPayDay>[1], 'whoIs'>
}>

const playOne = async (
  { company, now, lanes, contractors }: Months,
  { payDay, gathering, scene }: Paying,
): Promise<void> => {
  const whoIs = (place: number): Contractor & Readonly<{ job: Job }> => {
    const found = contractors[place]
    if (!found?.job) throw new Error('Somebody is paid who never worked.')
    return { ...found, job: found.job }
  }
  const gathered = gathering.take(payDay)
  let facts: readonly Fact[] = []
  await lanes.write(async (vault) => {
    const played = await playPayDay(vault, { ...scene, whoIs }, { payDay, gathered })
    facts = played ? factsOfPayDay(company, { payDay, now }, played) : []
  })
  await lanes.written()
  await lanes.tell(facts)
}

function* inPortions<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let portion: Item[] = []
  for (const item of items) {
    portion.push(item)
    if (portion.length < size) continue
    yield portion
    portion = []
  }
  if (portion.length > 0) yield portion
}

/** The first day of the story, for whoever plays something before it. */
export const volumeBegins = (today: PlainDate): PlainDate =>
  addDays(firstDayOfMonth(addMonths(today, 1 - months)), -25)
