import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { departmentView, restore } from './department.ts'
import { departmentRestored } from './events.ts'
import { changeDepartments } from './permissions.ts'
import { lockDepartment, saveDepartment } from './store.ts'

export const restoreDepartment = command(contract.restoreDepartment)({
  load: ({ tx }, input) => lockDepartment(tx, input),
  allow: (actor) => may(actor, changeDepartments),
  run: async ({ tx }, department, { departmentId }) => ({
    result: departmentView(await saveDepartment(tx, restore(department))),
    events: [departmentRestored({ departmentId, name: department.name })],
  }),
})
