import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { DeliveryId, JobId } from './contract.ts'

export const jobCancelled = event('background.job-cancelled', 'cancelled a job', z.object({ jobId: JobId }))

export const workRetried = event(
  'background.work-retried',
  'had parked work tried again: {name}',
  z.object({ deliveryId: DeliveryId, name: z.string() }),
)

export const workGivenUp = event(
  'background.work-given-up',
  'gave up parked work: {name} ({reason})',
  z.object({ deliveryId: DeliveryId, name: z.string(), reason: z.string() }),
)
