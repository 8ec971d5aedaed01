import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { archive, departmentView } from './department.ts'
import { departmentArchived } from './events.ts'
import { changeDepartments } from './permissions.ts'
import { lockDepartment, saveDepartment } from './store.ts'

export const archiveDepartment = command(contract.archiveDepartment)({
  load: ({ tx }, input) => lockDepartment(tx, input),
  allow: (actor) => may(actor, changeDepartments),
  run: async ({ tx, now }, department, { departmentId }) => ({
    result: departmentView(await saveDepartment(tx, archive(department, now))),
    events: [departmentArchived({ departmentId, name: department.name })],
  }),
})
