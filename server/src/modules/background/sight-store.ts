import type { Statement } from '#kernel/db.ts'
import { sightOfFiled } from '#kernel/sight.ts'
import { readParked } from './permissions.ts'

/** Jobs and what is parked are of no department. */
const jobs: Statement = {
  name: 'background.filed-jobs',
  text: `select id, null as "departmentId" from jobs where organization_id = $1 and id = any ($2)`,
}
const parked: Statement = {
  name: 'background.filed-deliveries',
  text: `select id, null as "departmentId" from deliveries where organization_id = $1 and id = any ($2)`,
}

sightOfFiled('jobId', readParked, jobs)
sightOfFiled('deliveryId', readParked, parked)
