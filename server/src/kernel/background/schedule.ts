import type pg from 'pg'
import { machine } from '#kernel/actor.ts'
import { type Work, workOf } from '#kernel/command.ts'
import { type Statement, transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { id, OrganizationId } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { deliverNext } from './deliver.ts'
import { insertItems, knownItems } from './store.ts'
import { type Does, type Task, taskOf } from './task.ts'

/** How many items to look for, and those that are known and not done: they are not to be found again. */
export type Search = Readonly<{ atMost: number; except: readonly string[] }>

/** A function of the database that says which organizations have something due, and nothing else. */
export type Asked = Readonly<{ statement: Statement; values: readonly unknown[] }>

/**
 * Something that becomes due by itself, such as the end of a hold. What is found goes to the list of what is to be done,
 * where each item is one transaction, and what fails is counted and parked like anything else.
 */
export type Schedule = Task &
  Readonly<{
    everySeconds: number
    whose: ((now: Date) => Asked) | 'install'
    due: (work: Work, search: Search) => Promise<readonly string[]>
  }>

type Declared<Subject, Prepared> = Readonly<{
  name: string
  everySeconds: number
  /** Which organizations to look at: `install` for what belongs to none of them. */
  whose: Schedule['whose']
  /** Finds items by id, the most urgent first. What is done with each must look again whether it is still due. */
  due: Schedule['due']
  one: Does<string, Subject, Prepared>
}>

export const schedule = <Subject, Prepared>({
  name,
  everySeconds,
  whose,
  due,
  one,
}: Declared<Subject, Prepared>): Schedule => ({ ...taskOf(name, one, String), everySeconds, whose, due })

/** For a schedule that does one thing for an organization as a whole. */
export const theOrganization = async ({ tx }: Work): Promise<readonly string[]> => [tx.organizationId]

/** As many as may wait at once in an organization: enough for the workers, few enough for what is urgent to come soon. */
const mostWaiting = 200

const ItemId = id('ItemId')

/** Looks once for what is due. An organization that cannot be asked keeps nobody else from being asked. */
export const findDue = async (
  runtime: Runtime,
  asked: Schedule,
  complain: (work: string, turn: Promise<void>) => Promise<void>,
): Promise<readonly OrganizationId[]> => {
  const organizations = await organizationsOf(runtime.db.pool, asked, runtime.outside.now())
  for (const organizationId of organizations)
    await complain(`${asked.name} of ${organizationId}`, findIn(runtime, organizationId, asked))
  return organizations
}

const organizationsOf = async (pool: pg.Pool, { whose }: Schedule, now: Date): Promise<readonly OrganizationId[]> => {
  if (whose === 'install') return [noOrganizationId]
  const { statement, values } = whose(now)
  const { rows } = await pool.query<{ id: string }>({ ...statement, values: [...values] })
  return rows.map((row) => OrganizationId.parse(row.id))
}

const findIn = (runtime: Runtime, organizationId: OrganizationId, { name, lane, due }: Schedule): Promise<void> => {
  const now = runtime.outside.now()
  const actor = machine(organizationId)
  return transaction(runtime.db, actor, async (tx) => {
    const known = await knownItems(tx, name)
    const atMost = mostWaiting - known.filter(({ isParked }) => !isParked).length
    if (atMost <= 0) return
    const work = workOf(runtime, tx, { actor, now })
    const items = await due(work, { atMost, except: known.map(({ item }) => item) })
    const ids = items.map(() => runtime.outside.newId(ItemId))
    if (items.length > 0) await insertItems(tx, { name, lane, now, ids, items })
  })
}

/** One turn of a schedule by hand, with all that is due in its lane: for tests, and for whoever moves the clock. */
export const runSchedule = async (runtime: Runtime, asked: Schedule): Promise<void> => {
  for (const organizationId of await findDue(runtime, asked, (_, turn) => turn))
    while (await deliverNext(runtime, organizationId, asked.lane));
}
