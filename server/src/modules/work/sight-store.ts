import type { Statement } from '#kernel/db.ts'
import { sightOfFiled } from '#kernel/sight.ts'
import { readWork } from './permissions.ts'

const projects: Statement = {
  name: 'work.filed-projects',
  text: `select id, department_id as "departmentId" from projects where organization_id = $1 and id = any ($2)`,
}
const assignments: Statement = {
  name: 'work.filed-assignments',
  text: `select a.id, p.department_id as "departmentId" from assignments a
    join projects p on p.organization_id = a.organization_id and p.id = a.project_id
    where a.organization_id = $1 and a.id = any ($2)`,
}

sightOfFiled('projectId', readWork, projects)
sightOfFiled('assignmentId', readWork, assignments)
