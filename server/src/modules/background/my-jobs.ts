import { may } from '#kernel/actor.ts'
import { askToCancel, jobsOf, type SeenJob } from '#kernel/background/job-store.ts'
import { command, type Work } from '#kernel/command.ts'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { jobCancelled } from './events.ts'
import { cancelOwnJobs, followOwnJobs } from './permissions.ts'
import { jobEnded, jobNotFound } from './problems.ts'

/** What somebody started is theirs: nobody else sees it in a list. */
export const listMyJobs = query(contract.listMyJobs)({
  allow: (actor) => may(actor, followOwnJobs),
  read: async ({ tx, actor, now }, { after, limit }) => {
    const rows = await jobsOf(tx, { personId: actor.personId, before: keyOf(after, ['id'])?.[0], limit: limit + 1 })
    const items = rows.slice(0, limit).map((job) => viewOf(job, now))
    const last = items.at(-1)
    return { items, next: last && rows.length > limit ? cursorOf([last.id]) : null }
  },
})

export const viewMyJob = query(contract.viewMyJob)({
  allow: (actor) => may(actor, followOwnJobs),
  read: (work, { jobId }) => jobOf(work, jobId),
})

export const cancelMyJob = command(contract.cancelMyJob)({
  load: (work, { jobId }) => jobOf(work, jobId),
  allow: (actor) => may(actor, cancelOwnJobs),
  run: async (work, _, { jobId }) => {
    if (!(await askToCancel(work.tx, jobId, work.actor.personId, work.now))) throw jobEnded()
    return { result: await jobOf(work, jobId), events: [jobCancelled({ jobId })] }
  },
})

const jobOf = async (
  { tx, actor, now }: Pick<Work, 'tx' | 'actor' | 'now'>,
  jobId: contract.JobId,
): Promise<contract.JobRow> => {
  const [job] = await jobsOf(tx, { personId: actor.personId, jobId, limit: 1 })
  if (!job) throw jobNotFound({ jobId })
  return viewOf(job, now)
}

const viewOf = (job: SeenJob, now: Date): contract.JobRow => {
  const { begunAt: _, movedAt: _moved, startedAt, endedAt, ...row } = job
  return contract.JobRow.decode({
    ...row,
    secondsLeft: secondsLeftOf(job, now),
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  })
}

/** By the pace so far. Nothing is promised before the first step is done, or after the last one. */
export const secondsLeftOf = (
  { begunAt, endedAt, done, of }: Pick<SeenJob, 'begunAt' | 'endedAt' | 'done' | 'of'>,
  now: Date,
): number | null => {
  if (begunAt === null || endedAt !== null || of === null || done === 0) return null
  return Math.ceil((((now.getTime() - begunAt.getTime()) / done) * Math.max(0, of - done)) / 1_000)
}
