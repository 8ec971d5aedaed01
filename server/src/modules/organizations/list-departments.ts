import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { departmentView } from './department.ts'
import { readDepartments } from './permissions.ts'
import { departmentsOf } from './store.ts'

export const listDepartments = query(contract.listDepartments)({
  allow: (actor) => may(actor, readDepartments),
  read: async ({ tx }, { withArchived }) => ({
    items: (await departmentsOf(tx, withArchived ?? false)).map(departmentView),
  }),
})
