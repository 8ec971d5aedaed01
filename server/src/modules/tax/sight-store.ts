import type { Statement } from '#kernel/db.ts'
import { sightOfFiled } from '#kernel/sight.ts'
import { readTaxForms } from './permissions.ts'

const forms: Statement = {
  name: 'tax.filed-forms',
  text: `select f.id, c.department_id as "departmentId" from tax_forms f
    join contractors c on c.organization_id = f.organization_id and c.id = f.contractor_id
    where f.organization_id = $1 and f.id = any ($2)`,
}

sightOfFiled('taxFormId', readTaxForms, forms)
