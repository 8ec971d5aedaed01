import { machinePersonId } from '#kernel/actor.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { PersonId } from '#kernel/ids.ts'

/** Something that happened in the story, for the journal. */
export type Fact = Readonly<{
  at: number
  personId: PersonId
  via: 'session' | 'job'
  command: string
  event: DomainEvent
}>

export const byPerson = (personId: PersonId, at: number, [command, event]: readonly [string, DomainEvent]): Fact => ({
  at,
  personId,
  via: 'session',
  command,
  event,
})

/** What the product did by itself, following up on something. */
export const byMachine = (at: number, [command, event]: readonly [string, DomainEvent]): Fact => ({
  at,
  personId: machinePersonId,
  via: 'job',
  command,
  event,
})
