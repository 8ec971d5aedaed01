import type { z } from 'zod'
import { machine } from './actor.ts'
import { type Work, workOf } from './command.ts'
import { type Statement, transaction } from './db.ts'
import type { DomainEvent, EventKind } from './event.ts'
import { type OrganizationId, PersonId } from './ids.ts'
import { writeJournal } from './journal.ts'
import type { Runtime } from './runtime.ts'

/** Something a module does because a fact was recorded, after the commit, at least once; its database effects once. */
export type Reaction = Readonly<{
  event: string
  name: string
  handle: (work: Work, data: unknown) => Promise<readonly DomainEvent[]>
}>

/** Declares a reaction. The work's actor is the machine; `causedBy` in the journal names the person. */
export const on = <Data extends z.ZodObject>(
  kind: EventKind<Data>,
  name: string,
  handle: (work: Work, data: z.output<Data>) => Promise<readonly DomainEvent[]>,
): Reaction => ({
  event: kind.name,
  name,
  handle: (work, data) => handle(work, kind.schema.decode(data as z.input<Data>)),
})

export type ReactionTable = Readonly<{
  namesFor: (event: string) => readonly string[]
  byName: (name: string) => Reaction | undefined
}>

export const reactionTable = (reactions: readonly Reaction[]): ReactionTable => {
  const byName = new Map(reactions.map((reaction) => [reaction.name, reaction]))
  if (byName.size !== reactions.length) throw new Error('Two reactions share a name.')
  const namesByEvent = Map.groupBy(reactions, ({ event }) => event)
  return {
    namesFor: (event) => (namesByEvent.get(event) ?? []).map(({ name }) => name),
    byName: (name) => byName.get(name),
  }
}

type Due = Readonly<{
  id: string
  reaction: string
  name: string
  data: unknown
  person_id: string
  attempts: number
}>

const take: Statement = {
  name: 'kernel.take-delivery',
  text: `select d.id, d.reaction, d.attempts, j.name, j.data, j.person_id
    from deliveries d join journal j on j.organization_id = d.organization_id and j.id = d.journal_id
    where d.organization_id = $1 and d.parked_at is null and d.due_at <= $2
    order by d.due_at, d.id limit 1 for update of d skip locked`,
}
const done: Statement = {
  name: 'kernel.delivered',
  text: 'delete from deliveries where organization_id = $1 and id = $2',
}
const postpone: Statement = {
  name: 'kernel.postpone-delivery',
  text: `update deliveries set attempts = attempts + 1, last_error = $3, due_at = $4,
      parked_at = case when attempts + 1 >= $5 then $6::timestamptz end
    where organization_id = $1 and id = $2`,
}

/** After this many tries (about a day of doubling waits) a delivery is parked for a person to look at. */
const mostAttempts = 12

/** Delivers the oldest due fact of an organization. False when there is nothing to do. */
export const deliverNext = async (runtime: Runtime, organizationId: OrganizationId): Promise<boolean> => {
  const now = runtime.outside.now()
  const actor = machine(organizationId)
  let failed: Readonly<{ due: Due; error: unknown }> | undefined
  const found = await transaction(runtime.db, actor, async (tx) => {
    const [due] = await tx.named<Due>(take, [organizationId, now])
    if (!due) return false
    try {
      const reaction = runtime.reactions.byName(due.reaction)
      if (!reaction) throw new Error(`There is no reaction ${due.reaction}.`)
      const causedBy = PersonId.parse(due.person_id)
      const events = await reaction.handle({ ...workOf(runtime, tx, { actor, now }), causedBy }, due.data)
      if (events.length > 0) {
        const { newId } = runtime.outside
        const follow = { actor, command: due.reaction, now, events }
        writeJournal(tx, { newId, reactions: runtime.reactions }, follow)
      }
      await tx.named(done, [organizationId, due.id])
      return true
    } catch (error) {
      failed = { due, error }
      throw error
    }
  }).catch((error: unknown) => {
    if (!failed) throw error
    return true
  })
  if (failed) await postponeDelivery(runtime, organizationId, failed)
  return found
}

const postponeDelivery = async (
  runtime: Runtime,
  organizationId: OrganizationId,
  { due, error }: Readonly<{ due: Due; error: unknown }>,
): Promise<void> => {
  const now = runtime.outside.now()
  const waitMs = Math.min(2 ** due.attempts * 1_000, 3_600_000)
  runtime.log.error({ err: error, reaction: due.reaction, attempts: due.attempts + 1 }, 'a delivery failed')
  await transaction(runtime.db, machine(organizationId), (tx) =>
    tx.named(postpone, [
      organizationId,
      due.id,
      error instanceof Error ? error.message : String(error),
      new Date(now.getTime() + waitMs),
      mostAttempts,
      now,
    ]),
  )
}
