import type { Statement } from '#kernel/db.ts'
import { sightOfShared } from '#kernel/sight.ts'
import { readLimits } from './permissions.ts'

const holders: Statement = {
  name: 'approvals.existing-holders',
  text: 'select person_id as id from approval_limit_holders where organization_id = $1 and person_id = any ($2)',
}

/** Facts call somebody `personId` where they speak of how much that person may approve. */
sightOfShared('personId', readLimits, holders)
