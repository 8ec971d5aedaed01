import type { Statement } from '#kernel/db.ts'
import { sightOfFiled, sightOfShared } from '#kernel/sight.ts'
import { readAgreements } from './permissions.ts'

const agreements: Statement = {
  name: 'agreements.filed',
  text: `select a.id, c.department_id as "departmentId" from agreements a
    join contractors c on c.organization_id = a.organization_id and c.id = a.contractor_id
    where a.organization_id = $1 and a.id = any ($2)`,
}
const templates: Statement = {
  name: 'agreements.existing-templates',
  text: 'select id from agreement_templates where organization_id = $1 and id = any ($2)',
}

sightOfFiled('agreementId', readAgreements, agreements)
sightOfShared('agreementTemplateId', readAgreements, templates)
