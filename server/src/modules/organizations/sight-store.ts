import type { Statement } from '#kernel/db.ts'
import { sightOfShared } from '#kernel/sight.ts'
import { readDepartments, readLegalEntities, readOrganization } from './permissions.ts'

const here: Statement = {
  name: 'organizations.existing',
  text: 'select organization_id as id from organizations where organization_id = $1 and organization_id = any ($2)',
}
const departments: Statement = {
  name: 'organizations.existing-departments',
  text: 'select id from departments where organization_id = $1 and id = any ($2)',
}
const legalEntities: Statement = {
  name: 'organizations.existing-legal-entities',
  text: 'select id from legal_entities where organization_id = $1 and id = any ($2)',
}

sightOfShared('organizationId', readOrganization, here)
sightOfShared('departmentId', readDepartments, departments)
sightOfShared('legalEntityId', readLegalEntities, legalEntities)
