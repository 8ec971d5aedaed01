import type { z } from 'zod'
import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { id, type PersonId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { type HeldJob, holdJob, insertJob, type JobResult, saveJob } from './job-store.ts'
import { insertItems } from './store.ts'
import { EndsHere, type Report, type Task, taskOf } from './task.ts'

export const JobId = id('JobId')
export type JobId = z.output<typeof JobId>

/** Where a job has got to: what the next step needs, and how much of how many is done. */
type Standing<State> = Readonly<{ state: State; done: number; of: number | null }>
type Step<State> = (Standing<State> | Readonly<{ result: JobResult }>) & Readonly<{ events: readonly DomainEvent[] }>

type Declared<Input extends z.ZodType, State extends z.ZodType> = Readonly<{
  name: string
  /** What whoever started it reads in the tray. */
  title: string
  input: Input
  /** Kept between steps, so it is small: the last id, a count. */
  state: State
  first: (input: z.output<Input>) => z.output<State>
  /** One step is one transaction: it should take a second or so, and hold no more than it needs. */
  step: (work: Work, input: z.output<Input>, state: z.output<State>) => Promise<Step<z.output<State>>>
  /** Heavy ones have one worker in each process for all of them, so that they never crowd the others out. */
  isHeavy?: boolean
}>

/** Work that outlasts a transaction: it goes step by step, and on from its last step whatever happens in between. */
export type Job<Input extends z.ZodType> = AnyJob & Readonly<{ begins: (input: z.output<Input>) => unknown }>
/** Any of them, for the lists. */
export type AnyJob = Task & Readonly<{ title: string }>

export const job = <Input extends z.ZodType, State extends z.ZodType>({
  name,
  title,
  input,
  state,
  first,
  step,
  isHeavy = false,
}: Declared<Input, State>): Job<Input> => ({
  ...taskOf<string, never, never>(
    name,
    {
      lane: isHeavy ? 'heavy' : 'job',
      act: async (work, jobId) => {
        const held = await holdJob(work.tx, jobId)
        if (!held || held.status === 'done' || held.status === 'cancelled' || held.status === 'refused')
          return { events: [] }
        if (held.isCancelled) return end(work, held, { status: 'cancelled' })
        return advance(work, held, () =>
          step(asStarter(work, held.startedBy), input.parse(held.input), state.parse(held.state)),
        )
      },
    },
    String,
  ),
  title,
  begins: first,
})

/** Whoever started it is named in the log, with `job` as the way. */
const asStarter = (work: Work, personId: PersonId): Work => ({
  ...work,
  actor: { ...work.actor, personId },
  causedBy: personId,
})

const advance = async (work: Work, held: HeldJob, step: () => Promise<Step<unknown>>): Promise<Report> => {
  const made = await step().catch((error: unknown) => {
    // A refusal is an answer, not a failure.
    if (!(error instanceof Problem)) throw error
    const result = { said: error.message }
    throw new EndsHere(error.message, (later) => end(later, held, { status: 'refused', result }))
  })
  if ('result' in made)
    return { ...(await end(work, held, { status: 'done', result: made.result })), events: made.events }
  const { state, done, of, events } = made
  await saveJob(work.tx, held.id, { status: 'running', state, done, of, now: work.now })
  return { events, again: true }
}

type End = Readonly<{ status: 'done' | 'cancelled' | 'refused'; result?: JobResult }>

const end = async ({ tx, now }: Work, held: HeldJob, { status, result = {} }: End): Promise<Report> => {
  await saveJob(tx, held.id, { status, result, now })
  return { events: [] }
}

/** Puts a job in, in the transaction of whoever wants it: rolled back, there is none. Answers its id. */
export const startJob = async <Input extends z.ZodType>(
  { tx, actor, now, newId }: Work,
  { name, lane, title, begins }: Job<Input>,
  input: z.output<Input>,
): Promise<JobId> => {
  const jobId = newId(JobId)
  const state = begins(input)
  await insertJob(tx, { id: jobId, name, title, input, state, startedBy: actor.personId, now })
  await insertItems(tx, { name, lane, now, ids: [newId(JobId)], items: [jobId] })
  return jobId
}
