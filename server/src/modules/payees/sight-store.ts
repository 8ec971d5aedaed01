import type { Statement } from '#kernel/db.ts'
import { sightOfFiled } from '#kernel/sight.ts'
import { readPayees } from './permissions.ts'

const payees: Statement = {
  name: 'payees.filed-payees',
  text: `select p.id, c.department_id as "departmentId" from payees p
    join contractors c on c.organization_id = p.organization_id and c.id = p.contractor_id
    where p.organization_id = $1 and p.id = any ($2)`,
}
const methods: Statement = {
  name: 'payees.filed-methods',
  text: `select m.id, c.department_id as "departmentId" from payout_methods m
    join payees p on p.organization_id = m.organization_id and p.id = m.payee_id
    join contractors c on c.organization_id = p.organization_id and c.id = p.contractor_id
    where m.organization_id = $1 and m.id = any ($2)`,
}

sightOfFiled('payeeId', readPayees, payees)
sightOfFiled('payoutMethodId', readPayees, methods)
