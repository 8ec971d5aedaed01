import type { Statement, Tx } from '#kernel/db.ts'
import type { PersonId } from '#kernel/ids.ts'

/** What a job leaves behind: a file, a page of the web app, a sentence. */
export type JobResult = Readonly<{ fileId?: string; link?: string; said?: string }>

export type JobStatus = 'waiting' | 'running' | 'done' | 'cancelled' | 'refused'

export type HeldJob = Readonly<{
  id: string
  status: JobStatus
  input: unknown
  state: unknown
  startedBy: PersonId
  isCancelled: boolean
}>

const insert: Statement = {
  name: 'kernel.insert-job',
  text: `insert into jobs (organization_id, id, name, title, input, state, started_by, started_at, moved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
}

type New = Readonly<{
  id: string
  name: string
  title: string
  input: unknown
  state: unknown
  startedBy: string
  now: Date
}>

export const insertJob = async (tx: Tx, { id, name, title, input, state, startedBy, now }: New): Promise<void> => {
  const values = [id, name, title, JSON.stringify(input), JSON.stringify(state), startedBy, now]
  await tx.named(insert, [tx.organizationId, ...values])
}

const hold: Statement = {
  name: 'kernel.hold-job',
  text: `select id, status, input, state, started_by as "startedBy", cancelled_at is not null as "isCancelled"
    from jobs where organization_id = $1 and id = $2 for update`,
}

export const holdJob = async (tx: Tx, id: string): Promise<HeldJob | undefined> =>
  (await tx.named<HeldJob>(hold, [tx.organizationId, id]))[0]

const save: Statement = {
  name: 'kernel.save-job',
  text: `update jobs set status = $3, state = coalesce($4, state), done = coalesce($5, done), of = coalesce($6, of),
      result = coalesce($7, result), moved_at = $8, begun_at = coalesce(begun_at, $8),
      ended_at = case when $3 in ('done', 'cancelled', 'refused') then $8::timestamptz end
    where organization_id = $1 and id = $2`,
}

type Change = Readonly<{
  status: JobStatus
  state?: unknown
  done?: number
  of?: number | null
  result?: unknown
  now: Date
}>

export const saveJob = async (
  tx: Tx,
  id: string,
  { status, state, done, of, result, now }: Change,
): Promise<void> => {
  const kept = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  await tx.named(save, [tx.organizationId, id, status, kept(state), done ?? null, of ?? null, kept(result), now])
}

const seen: Statement = {
  name: 'kernel.jobs',
  text: `select j.id, j.name, j.title, j.done, j.of, j.result, j.started_at as "startedAt", j.begun_at as "begunAt",
      j.moved_at as "movedAt", j.ended_at as "endedAt", j.cancelled_at is not null as "isCancelled",
      case when d.parked_at is not null then 'stuck' else j.status end as status,
      d.last_error as complaint
    from jobs j left join deliveries d on d.organization_id = j.organization_id and d.reaction = j.name and d.item = j.id
    where j.organization_id = $1 and j.started_by = $2 and ($3::uuid is null or j.id = $3)
      and ($4::uuid is null or j.id < $4)
    order by j.id desc limit $5`,
}

export type SeenJob = Readonly<{
  id: string
  name: string
  title: string
  status: JobStatus | 'stuck'
  done: number
  of: number | null
  result: JobResult | null
  startedAt: Date
  begunAt: Date | null
  movedAt: Date
  endedAt: Date | null
  isCancelled: boolean
  complaint: string | null
}>

type Mine = Readonly<{ personId: string; jobId?: string; before?: string | undefined; limit: number }>

/** What somebody started, newest first. */
export const jobsOf = (tx: Tx, { personId, jobId, before, limit }: Mine): Promise<SeenJob[]> =>
  tx.named<SeenJob>(seen, [tx.organizationId, personId, jobId ?? null, before ?? null, limit])

const cancel: Statement = {
  name: 'kernel.cancel-job',
  text: `update jobs set cancelled_at = $4 where organization_id = $1 and id = $2 and started_by = $3 and ended_at is null
    returning id`,
}

/** Asks a job to end after its present step. False when it has ended, or is somebody else's. */
export const askToCancel = async (tx: Tx, id: string, personId: string, now: Date): Promise<boolean> =>
  (await tx.named(cancel, [tx.organizationId, id, personId, now])).length > 0
