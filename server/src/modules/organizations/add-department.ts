import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { departmentView } from './department.ts'
import { departmentAdded } from './events.ts'
import { changeDepartments } from './permissions.ts'
import { insertDepartment } from './store.ts'

export const addDepartment = command(contract.addDepartment)({
  load: async () => undefined,
  allow: (actor) => may(actor, changeDepartments),
  run: async ({ tx, newId }, _, { name }) => {
    const department = { id: newId(contract.DepartmentId), name, archivedAt: null, version: 1 }
    await insertDepartment(tx, department)
    return {
      result: departmentView(department),
      events: [departmentAdded({ departmentId: department.id, name })],
    }
  },
})
