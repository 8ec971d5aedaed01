import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { departmentView, rename } from './department.ts'
import { departmentRenamed } from './events.ts'
import { changeDepartments } from './permissions.ts'
import { lockDepartment, saveDepartment } from './store.ts'

export const renameDepartment = command(contract.renameDepartment)({
  load: ({ tx }, input) => lockDepartment(tx, input),
  allow: (actor) => may(actor, changeDepartments),
  run: async ({ tx }, before, { departmentId, name }) => ({
    result: departmentView(await saveDepartment(tx, rename(before, name))),
    events: [departmentRenamed({ departmentId, before: before.name, name })],
  }),
})
