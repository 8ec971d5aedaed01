import type { Statement } from '#kernel/db.ts'
import { sightOfFiled, sightOfShared } from '#kernel/sight.ts'
import { readOnboardings } from './permissions.ts'

const onboardings: Statement = {
  name: 'onboarding.filed-onboardings',
  text: `select o.id, c.department_id as "departmentId" from onboardings o
    join contractors c on c.organization_id = o.organization_id and c.id = o.contractor_id
    where o.organization_id = $1 and o.id = any ($2)`,
}
const stages: Statement = {
  name: 'onboarding.filed-stages',
  text: `select s.id, c.department_id as "departmentId" from onboarding_stages s
    join onboardings o on o.organization_id = s.organization_id and o.id = s.onboarding_id
    join contractors c on c.organization_id = o.organization_id and c.id = o.contractor_id
    where s.organization_id = $1 and s.id = any ($2)`,
}
const flows: Statement = {
  name: 'onboarding.existing-flows',
  text: 'select id from onboarding_flows where organization_id = $1 and id = any ($2)',
}

sightOfFiled('onboardingId', readOnboardings, onboardings)
sightOfFiled('stageId', readOnboardings, stages)
sightOfShared('flowId', readOnboardings, flows)
