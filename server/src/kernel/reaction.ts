import type { z } from 'zod'
import { type Does, type Lane, type Task, taskOf } from './background/task.ts'
import type { EventKind } from './event.ts'

/** Something a module does because a fact was recorded, after the commit, at least once; its database effects once. */
export type Reaction = Task & Readonly<{ event: string }>

/**
 * Declares a reaction: one act in one transaction, or steps when something is made or asked for outside the database.
 * The work's actor is the machine; `causedBy` in the work names the person.
 */
export const on = <Data extends z.ZodObject, Subject, Prepared>(
  kind: EventKind<Data>,
  name: string,
  does: Does<z.output<Data>, Subject, Prepared>,
): Reaction => ({
  ...taskOf(name, does, (stored) => kind.schema.decode(stored as z.input<Data>)),
  event: kind.name,
})

/** Everything that may stand in the list of what is to be done, by name: reactions, and the acts of schedules. */
export type ReactionTable = Readonly<{
  followers: (event: string) => readonly Readonly<{ name: string; lane: Lane }>[]
  byName: (name: string) => Task | undefined
}>

export const reactionTable = (tasks: readonly (Reaction | Task)[]): ReactionTable => {
  const byName = new Map(tasks.map((task) => [task.name, task]))
  if (byName.size !== tasks.length) throw new Error('Two reactions or schedules share a name.')
  const reactions = tasks.filter((task): task is Reaction => 'event' in task)
  const followers = Map.groupBy(reactions, ({ event }) => event)
  return {
    followers: (event) => followers.get(event) ?? [],
    byName: (name) => byName.get(name),
  }
}
