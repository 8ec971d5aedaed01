import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/ids.ts'
import { pageInput, pageOf } from '#kernel/page.ts'

export const JobId = id('JobId')
export type JobId = z.output<typeof JobId>
export const DeliveryId = id('DeliveryId')
export type DeliveryId = z.output<typeof DeliveryId>

export const jobStatuses = ['waiting', 'running', 'stuck', 'done', 'cancelled', 'refused'] as const

export const JobRow = z.object({
  id: JobId,
  name: z.string(),
  title: z.string(),
  status: z.enum(jobStatuses).describe('`stuck`: it failed again and again, and an owner or admin has to look'),
  done: z.int(),
  of: z.int().nullable().describe('How many there are; null while that is not known'),
  secondsLeft: z.int().nullable().describe('By the pace so far'),
  isCancelled: z.boolean().describe('It was asked to end after its present step'),
  complaint: z.string().nullable().describe('Why its last step failed, if it did'),
  result: z
    .object({ fileId: z.uuid().optional(), link: z.string().optional(), said: z.string().optional() })
    .nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
})
export type JobRow = z.output<typeof JobRow>

export const listMyJobs = endpoint({
  name: 'background.my-jobs',
  method: 'GET',
  path: '/my/jobs',
  summary: 'What you have started that takes long, running and finished, newest first',
  input: z.strictObject(pageInput),
  output: pageOf(JobRow),
})

export const viewMyJob = endpoint({
  name: 'background.view-my-job',
  method: 'GET',
  path: '/my/jobs/:jobId',
  summary: 'How far something is that you have started',
  input: z.strictObject({ jobId: JobId }),
  output: JobRow,
})

export const cancelMyJob = endpoint({
  name: 'background.cancel-my-job',
  method: 'POST',
  path: '/my/jobs/:jobId/cancel',
  summary: 'End something that you have started after its present step; what is done stays done',
  input: z.strictObject({ jobId: JobId }),
  output: JobRow,
})

export const ParkedRow = z.object({
  id: DeliveryId,
  name: z.string().describe('What was to be done, such as `payments.open-payable`'),
  lane: z.string(),
  reason: z.string().describe('Why it failed the last time'),
  attempts: z.int(),
  failingSince: Instant,
  parkedAt: Instant,
})
export type ParkedRow = z.output<typeof ParkedRow>

export const listParked = endpoint({
  name: 'background.list-parked',
  method: 'GET',
  path: '/parked-work',
  summary: 'Background work that failed again and again and waits for a person, longest first',
  input: z.strictObject(pageInput),
  output: pageOf(ParkedRow).extend({ parked: z.int().describe('How many there are in all') }),
})

export const retryParked = endpoint({
  name: 'background.retry-parked',
  method: 'POST',
  path: '/parked-work/:deliveryId/retry',
  summary: 'Try parked work again, from the beginning',
  input: z.strictObject({ deliveryId: DeliveryId }),
  output: z.object({}),
})

export const giveUpParked = endpoint({
  name: 'background.give-up-parked',
  method: 'POST',
  path: '/parked-work/:deliveryId/give-up',
  summary: 'Give parked work up for good: what was to follow does not follow',
  input: z.strictObject({ deliveryId: DeliveryId, reason: z.string().trim().min(1).max(500) }),
  output: z.object({}),
})
