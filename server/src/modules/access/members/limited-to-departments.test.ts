import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeRoles, inviteMember, type MemberView } from '#modules/access/contract.ts'
import { addDepartment, archiveDepartment } from '#modules/organizations/contract.ts'
import { type AccessWorld, createAccessWorld } from '#test/access-world.ts'

let w: AccessWorld
let owner: string
beforeAll(async () => {
  w = await createAccessWorld()
  owner = await w.cookieOf((await w.realMember('Maya Lindqvist', 'maya@northwind.example', 'owner')).id)
})
afterAll(() => w.close())

const asOwner = () => ({ cookie: owner, slug: 'northwind' })
const aDepartment = async (name: string) =>
  w.answered(addDepartment, await w.call(addDepartment, { name }, asOwner())).id
const archive = async (departmentId: string) =>
  w.answered(archiveDepartment, await w.call(archiveDepartment, { departmentId, version: 1 }, asOwner()))
const invite = (email: string, departmentIds: readonly string[]) =>
  w.call(inviteMember, { name: 'Dana Whitfield', email, roles: ['manager'], departmentIds }, asOwner())
const change = ({ id, version }: MemberView, departmentIds: readonly string[] | null, roles = ['manager']) =>
  w.call(changeRoles, { memberId: id, version, roles, departmentIds }, asOwner())
const refusal = {
  type: '/problems/department-archived',
  errors: [{ pointer: '#/departmentIds', detail: 'Archived: Film. Choose another.' }],
}

test('nobody is limited to an archived department, and the refusal names it', async () => {
  const [film, print] = [await aDepartment('Film'), await aDepartment('Print')]
  const member = w.answered(inviteMember, await invite('dana@northwind.example', [print]))
  await archive(film)

  expect((await invite('lee@northwind.example', [print, film])).body).toMatchObject(refusal)
  expect((await change(member, [print, film])).body).toMatchObject(refusal)
})

test.each(['one that was made up', 'one of another organization'])('%s limits nobody', async (whose) => {
  const print = await aDepartment(`Print, ${whose}`)
  const member = w.answered(inviteMember, await invite(`${print}@northwind.example`, [print]))
  const elsewhere = await w.newOrganization(`o-${print.slice(-12)}`)
  const { id } = await w.done(addDepartment, w.memberOf(elsewhere, 'owner'), { name: 'Film' })
  const unknown = whose === 'one of another organization' ? id : '0199a000-0000-7000-8000-0000000000aa'

  const answers = [await invite('lee@northwind.example', [print, unknown]), await change(member, [unknown])]

  for (const { status, body } of answers) {
    expect(status).toBe(422)
    expect(body).toMatchObject({
      errors: [{ pointer: '#/departmentIds', detail: 'One of these departments does not exist.' }],
    })
  }
})

test('a member keeps a department that was archived since, when roles or other departments change', async () => {
  const [sound, design] = [await aDepartment('Sound'), await aDepartment('Design')]
  const member = w.answered(inviteMember, await invite('ines@northwind.example', [sound]))
  await archive(sound)

  const promoted = w.answered(changeRoles, await change(member, [sound, design], ['manager', 'approver']))

  expect(promoted).toMatchObject({ roles: ['manager', 'approver'], departmentIds: [sound, design] })
})
