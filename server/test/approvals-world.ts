import type { Actor, Role } from '#kernel/actor.ts'
import { addMember, addPerson } from '#modules/access/index.ts'
import type { World } from './world.ts'

let people = 0

/** A member with a name: somebody the product can speak of, as `w.member` is not. */
export const memberOnFile = async (w: World, name: string, role: Role): Promise<Actor> => {
  people += 1
  const email = `member-${people}@northwind.example`
  const person = await w.work(w.member('owner'), async (work) => {
    const added = await addPerson(work, { name, email, password: 'correct horse battery', pointer: '#' })
    await addMember(work, { person: added, roles: [role], departmentIds: null })
    return added
  })
  return { ...w.member(role), personId: person.id }
}
