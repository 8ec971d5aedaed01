import type { Statement } from '#kernel/db.ts'
import { sightOfShared } from '#kernel/sight.ts'
import { readKeys, readMembers } from './permissions.ts'

const members: Statement = {
  name: 'access.existing-members',
  text: 'select id from members where organization_id = $1 and id = any ($2)',
}
const keys: Statement = {
  name: 'access.existing-keys',
  text: 'select id from api_keys where organization_id = $1 and id = any ($2)',
}
/** Members and contractors alike: how somebody signs in is the same business. */
const people: Statement = {
  name: 'access.existing-people',
  text: `select person_id as id from members where organization_id = $1 and person_id = any ($2)
    union select person_id from contractor_access where organization_id = $1 and person_id = any ($2)`,
}

sightOfShared('memberId', readMembers, members)
sightOfShared('keyId', readKeys, keys)
sightOfShared('forPersonId', readMembers, people)
