import { afterAll, beforeAll, expect, test } from 'vitest'
import { inPortalWithPayee, onFile } from '#test/payees-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { type ImportField, importContractors, previewImport } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const columns: readonly ImportField[] = ['externalId', 'displayName', 'email', 'country']
const file = (id: string, email: string) => ({
  upload: new Uint8Array(Buffer.from(`Id,Name,E-mail,Country\n${id},Priya Raman,${email},US\n`)),
})
const known = async (id: string) => {
  const contractorId = await onFile(w)
  await w.sql('update contractors set external_id = $2 where id = $1', [contractorId, id])
  return contractorId
}
const emailOf = async (contractorId: string) =>
  (await w.sql('select email from contractors where id = $1', [contractorId]))[0]?.email

test('a file changes no address that somebody signs in with: it says so, and where that is done', async () => {
  const contractorId = await known('A-1')
  const { email } = await inPortalWithPayee(w, contractorId)

  const { rows } = await w.done(previewImport, w.member('manager'), { columns }, file('A-1', 'new@example.com'))
  const said = await w.ask(importContractors, w.member('manager'), { columns }, file('A-1', 'new@example.com'))

  expect(rows).toMatchObject([
    { outcome: 'refused', errors: [{ column: 'E-mail', detail: expect.stringContaining('asked to confirm it') }] },
  ])
  expect(said.body).toMatchObject({ type: '/problems/import-has-mistakes' })
  expect(await emailOf(contractorId)).toBe(email)
})

test('a file with the address they have changes the rest, and that of somebody who does not sign in is followed', async () => {
  const [one, two] = [await known('B-1'), await known('B-2')]
  const { email } = await inPortalWithPayee(w, one)

  await w.done(importContractors, w.member('manager'), { columns }, file('B-1', email))
  await w.done(importContractors, w.member('manager'), { columns }, file('B-2', 'moved@example.com'))

  expect([await emailOf(one), await emailOf(two)]).toEqual([email, 'moved@example.com'])
  expect(await w.sql('select email from contractor_addresses where contractor_id = $1', [two])).toHaveLength(1)
})
