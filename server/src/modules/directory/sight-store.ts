import type { Statement } from '#kernel/db.ts'
import { sightOfFiled, sightOfShared } from '#kernel/sight.ts'
import { readContractors } from './permissions.ts'

const contractors: Statement = {
  name: 'directory.filed-contractors',
  text: `select id, department_id as "departmentId" from contractors where organization_id = $1 and id = any ($2)`,
}
/** An engagement is found by whoever finds its contractor, wherever it is filed itself. */
const engagements: Statement = {
  name: 'directory.filed-engagements',
  text: `select e.id, c.department_id as "departmentId" from engagements e
    join contractors c on c.organization_id = e.organization_id and c.id = e.contractor_id
    where e.organization_id = $1 and e.id = any ($2)`,
}
const types: Statement = {
  name: 'directory.existing-types',
  text: 'select id from contractor_types where organization_id = $1 and id = any ($2)',
}

sightOfFiled('contractorId', readContractors, contractors)
sightOfFiled('engagementId', readContractors, engagements)
sightOfShared('contractorTypeId', readContractors, types)
