import type { z } from 'zod'
import type { Actor, Role } from '#kernel/actor.ts'
import { deliverDue } from '#kernel/background/deliver.ts'
import { JsonText, type Work, workOf } from '#kernel/command.ts'
import { transaction } from '#kernel/db.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { type AnyId, type OrganizationId, type PersonId, uuidV7 } from '#kernel/ids.ts'
import { writeJournal } from '#kernel/journal.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { handlers } from '../../app.ts'
import { randomFrom } from './random.ts'

/**
 * Where the demo is played: the same commands that people use, at a time that the story chooses and with chance from a
 * seed, so that every demo tells the same story.
 */
export const createStage = (runtime: Runtime, organizationId: OrganizationId, begins: Date) => {
  let time = begins
  const chance = randomFrom(20_261_116)
  const outside = {
    ...runtime.outside,
    now: () => time,
    newId: <Id extends AnyId>(kind: Id) => kind.parse(uuidV7(time, runtime.outside.randomBytes(10))) as z.output<Id>,
  }
  const played: Runtime = { ...runtime, outside, wake: () => undefined }
  const byName = new Map(handlers.map((handler) => [handler.endpoint.name, handler]))

  /** Somebody of the cast, signed in a moment ago. */
  const as = (personId: PersonId, roles: readonly Role[], contractorId?: string): Actor => ({
    organizationId,
    personId,
    roles,
    departmentIds: 'all',
    via: 'session',
    confirmedAt: time,
    ...(contractorId ? { contractorId } : {}),
  })

  const perform = async <I extends z.ZodType, O extends z.ZodType>(
    endpoint: Endpoint<I, O>,
    actor: Actor,
    input: z.input<I>,
  ): Promise<z.output<O>> => {
    time = new Date(time.getTime() + 1_000)
    const answer = await byName
      .get(endpoint.name)
      ?.execute(played, { actor: { ...actor, confirmedAt: time }, now: time, input })
    if (!(answer instanceof JsonText)) throw new Error(`${endpoint.name} gave no answer.`)
    return endpoint.output.decode(JSON.parse(answer.text) as never) as z.output<O>
  }

  /** A module's own function, in a transaction that says what happened. */
  const work = (actor: Actor, run: (work: Work) => Promise<readonly DomainEvent[]>): Promise<void> =>
    transaction(played.db, actor, async (tx) => {
      const events = await run(workOf(played, tx, { actor, now: time }))
      const { newId } = outside
      if (events.length > 0)
        await writeJournal(tx, { newId, reactions: played.reactions }, { actor, command: 'demo', now: time, events })
    })

  return {
    organizationId,
    chance,
    as,
    perform,
    work,
    now: () => time,
    goTo: (next: Date) => {
      if (next > time) time = next
    },
    /** What follows from what was done so far. */
    deliver: () => deliverDue(played, organizationId),
  }
}

export type Stage = ReturnType<typeof createStage>
