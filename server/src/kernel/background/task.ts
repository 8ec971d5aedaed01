import type { Ground, Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'

/**
 * What is done in the background goes in lanes that have workers of their own: what follows from a fact in the database,
 * the upkeep of what is stored, the papers that are made, what leaves the house, and long jobs, the heaviest apart. A
 * press or a mail server that hangs holds up only its lane.
 */
export const lanes = ['fact', 'upkeep', 'paper', 'outside', 'job', 'heavy'] as const
export type Lane = (typeof lanes)[number]

/** What a task did, with what there is to say beside the facts. */
export type Report = Readonly<{
  events: readonly DomainEvent[]
  /** There is more of it: the same item comes again at once, after the others had their turn. */
  again?: boolean
  /** What may follow only when the change is kept, such as writing it into a file beside the database. */
  afterwards?: () => Promise<void>
}>

/** Facts alone are the usual outcome. */
export type Done = readonly DomainEvent[] | Report

export const reportOf = (done: Done): Report => ('events' in done ? done : { events: done })

/** Thrown when trying again would change nothing: what was written so far is undone, and this is done instead. */
export class EndsHere extends Error {
  readonly instead: (work: Work) => Promise<Done>

  constructor(reason: string, instead: (work: Work) => Promise<Done>) {
    super(reason)
    this.name = 'EndsHere'
    this.instead = instead
  }
}

/** One act on one item, in one transaction that is only of the database. */
export type Act<Input> = (work: Work, input: Input) => Promise<Done>

/** An act that need not be done before the next fact. */
type InLane<Input> = Readonly<{ lane: Lane; act: Act<Input> }>

/** An act with something before it that takes seconds and no database: making a document, speaking to a mail server. */
export type Steps<Input, Subject, Prepared> = Readonly<{
  lane: 'paper' | 'outside'
  /** What it is about, read twice: before `prepare` and again before `run`. `undefined`: there is nothing left to do. */
  load: (work: Work, input: Input) => Promise<Subject | undefined>
  /** Outside every transaction. It may happen twice when the process dies; `run` happens once. */
  prepare: (ground: Ground, subject: Subject, input: Input) => Promise<Prepared>
  run: (work: Work & Readonly<{ prepared: Prepared }>, subject: Subject, input: Input) => Promise<Done>
}>

export type Does<Input, Subject, Prepared> = Act<Input> | InLane<Input> | Steps<Input, Subject, Prepared>

/** What is left to do in the second transaction. */
type Finish = (work: Work) => Promise<Done>

/** A reaction or the one act of a schedule, as the worker sees it. */
export type Task = Readonly<{ name: string; lane: Lane }> &
  (
    | Readonly<{ act: Act<unknown> }>
    /** Loads; answers what is to be prepared once that transaction is over. */
    | Readonly<{ ahead: (work: Work, input: unknown) => Promise<((ground: Ground) => Promise<Finish>) | undefined> }>
  )

/** Makes a task of an act or of steps. `read` turns what is stored into what the act wants to know. */
export const taskOf = <Input, Subject, Prepared>(
  name: string,
  declared: Does<Input, Subject, Prepared>,
  read: (stored: unknown) => Input,
): Task => {
  if (typeof declared === 'function')
    return { name, lane: 'fact', act: (work, stored) => declared(work, read(stored)) }
  if ('act' in declared) return { name, lane: declared.lane, act: (work, stored) => declared.act(work, read(stored)) }
  return { name, lane: declared.lane, ahead: (work, stored) => aheadOf(declared, work, read(stored)) }
}

const aheadOf = async <Input, Subject, Prepared>(
  { load, prepare, run }: Steps<Input, Subject, Prepared>,
  work: Work,
  input: Input,
): Promise<((ground: Ground) => Promise<Finish>) | undefined> => {
  const subject = await load(work, input)
  if (subject === undefined) return undefined
  return async (ground) => {
    const prepared = await prepare(ground, subject, input)
    return async (later) => {
      // Much may have happened meanwhile.
      const still = await load(later, input)
      return still === undefined ? [] : run({ ...later, prepared }, still, input)
    }
  }
}
