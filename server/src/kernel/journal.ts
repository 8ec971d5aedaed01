import { createHash } from 'node:crypto'
import type { Actor } from './actor.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Statement, Tx } from './db.ts'
import type { DomainEvent } from './event.ts'
import { id } from './ids.ts'
import type { ReactionTable } from './reaction.ts'
import type { Outside } from './runtime.ts'

export const JournalId = id('JournalId')

type Record = Readonly<{
  actor: Actor
  command: string
  now: Date
  events: readonly DomainEvent[]
  /** The answer to keep under an idempotency key, if the request had one. */
  answer?: Readonly<{ key: string; inputHash: Buffer; reply: string }>
}>

/** Facts, what must follow from them, and the kept answer: one statement, so that none can be stored without the others. */
const record: Statement = {
  name: 'kernel.record',
  text: `
    with entries as (
      insert into journal (organization_id, id, occurred_at, person_id, via, command, name, data, subjects, hash)
      select $1, e.id, $2, $3, $4, $5, e.name, e.data, e.subjects, decode(e.hash, 'hex')
      from jsonb_to_recordset($6::jsonb) as e(id uuid, name text, data jsonb, subjects uuid[], hash text)
      returning id
    ), due as (
      insert into deliveries (organization_id, id, journal_id, reaction, lane, due_at)
      select $1, d.id, d."journalId", d.name, d.lane, $2
      from jsonb_to_recordset($7::jsonb) as d(id uuid, "journalId" uuid, name text, lane text)
    )
    insert into idempotency_keys (organization_id, person_id, key, command, input_hash, reply, answered_at)
    select $1, $3, $8, $5, $9, $10::json, $2 where $8::text is not null`,
}

/** Writes what happened, and says whether anything follows from it. It travels with the commit. The row carries its own hash; the chain over the rows is laid after the commit (`audit`). */
export const writeJournal = (
  tx: Tx,
  { newId, reactions }: Readonly<{ newId: Outside['newId']; reactions: ReactionTable }>,
  { actor, command, now, events, answer }: Record,
): boolean => {
  const entries = events.map(({ name, data, subjects }) => {
    const journalId = newId(JournalId)
    const hash = hashOf({
      organizationId: tx.organizationId,
      id: journalId,
      now,
      actor,
      command,
      name,
      data,
      subjects,
    })
    return { id: journalId, name, data, subjects, hash }
  })
  const due = entries.flatMap(({ id: journalId, name }) =>
    reactions
      .followers(name)
      .map(({ name: reaction, lane }) => ({ id: newId(JournalId), journalId, name: reaction, lane })),
  )
  tx.lastly(record, [
    tx.organizationId,
    now,
    actor.personId,
    actor.via,
    command,
    JSON.stringify(entries),
    JSON.stringify(due),
    answer?.key ?? null,
    answer?.inputHash ?? null,
    answer?.reply ?? null,
  ])
  return due.length > 0
}

type Hashed = Readonly<{
  organizationId: string
  id: string
  now: Date
  actor: Readonly<{ personId: string; via: string }>
  command: string
  name: string
  data: unknown
  subjects: readonly string[]
}>

/** SHA-256 over the canonical JSON of everything the row says. An offline verifier computes the same from an export. */
export const hashOf = ({
  organizationId,
  id: journalId,
  now,
  actor,
  command,
  name,
  data,
  subjects,
}: Hashed): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        organizationId,
        id: journalId,
        occurredAt: now.toISOString(),
        personId: actor.personId,
        via: actor.via,
        command,
        name,
        data,
        subjects,
      }),
    )
    .digest('hex')
