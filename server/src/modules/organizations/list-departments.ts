import { may } from '#kernel/actor.ts'
import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { departmentView } from './department.ts'
import { readDepartments } from './permissions.ts'
import { departmentsOf, mostDepartments } from './store.ts'

export const listDepartments = query(contract.listDepartments)({
  allow: (actor) => may(actor, readDepartments),
  read: async ({ tx }, { withArchived }) => {
    const { rows, isCut } = cutAt(await departmentsOf(tx, withArchived ?? false), mostDepartments)
    return { items: rows.map(departmentView), isCut }
  },
})
