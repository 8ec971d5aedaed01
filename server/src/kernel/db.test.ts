import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '#test/world.ts'
import { bothOf, transaction } from './db.ts'
import type { OrganizationId } from './ids.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const looking = { name: 'test.look', text: 'select organization_id from organizations' }
const renaming = { name: 'test.rename', text: `update organizations set name = 'Renamed'` }
const unfit = { name: 'test.insert-nothing', text: 'insert into organizations default values' }
const reader = () => ({ ...w.member(), readOnly: true }) as const

test('a question cannot write, whatever its statement says', async () => {
  const asked = transaction(w.runtime.db, reader(), (tx) => tx.named(renaming, []))

  await expect(asked).rejects.toMatchObject({ code: '25006' })
})

test('a question sees its own organization in every statement, by both ways of asking', async () => {
  const other = await w.newOrganization('southwind')
  const seenBy = (organizationId: OrganizationId) =>
    transaction(w.runtime.db, { ...reader(), organizationId }, async (tx) => {
      const named = await tx.named(looking, [])
      const tables = tx.withTables<{ organizations: { organization_id: string } }>()
      return [
        ...named,
        ...(await tx.named(looking, [])),
        ...(await tables.selectFrom('organizations').selectAll().execute()),
      ]
    })

  for (const organizationId of [w.northwind, other]) {
    const seen = await seenBy(organizationId)
    expect(seen.map(({ organization_id }) => organization_id)).toEqual(Array(3).fill(organizationId))
  }
})

test('many questions at once on few connections never see each other’s organization', async () => {
  const organizations = await Promise.all(['eastwind', 'westwind'].map((slug) => w.newOrganization(slug)))
  const seen = await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      const organizationId = organizations[at % 2]!
      const rows = await transaction(w.runtime.db, { ...reader(), organizationId }, (tx) => tx.named(looking, []))
      return rows.length === 1 && rows[0]?.organization_id === organizationId
    }),
  )

  expect(seen).toEqual(Array(200).fill(true))
})

test('after a question and after a failed one the connection belongs to nobody', async () => {
  await transaction(w.runtime.db, reader(), (tx) => tx.named(looking, []))
  await transaction(w.runtime.db, reader(), (tx) => tx.named(renaming, [])).catch(() => undefined)

  const left = await Promise.all(Array.from({ length: 20 }, () => w.runtime.db.pool.query(looking.text)))
  expect(left.every(({ rowCount }) => rowCount === 0)).toBe(true)
  const { rows } = await w.runtime.db.pool.query('show transaction_read_only')
  expect(rows).toEqual([{ transaction_read_only: 'off' }])
})

test('a statement that goes with the commit takes everything back when it fails, and is what is told', async () => {
  const alone = transaction(w.runtime.db, w.member(), async (tx) => {
    await tx.named(renaming, [])
    tx.lastly(unfit, [])
  })
  await expect(alone).rejects.toMatchObject({ code: '42501' })

  const followed = transaction(w.runtime.db, w.member(), async (tx) => {
    tx.lastly(unfit, [])
    await tx.named(renaming, [])
  })
  await expect(followed).rejects.toMatchObject({ code: '42501' })

  const refused = transaction(w.runtime.db, w.member(), async (tx) => {
    tx.lastly(unfit, [], () => {
      throw new Error('Refused.')
    })
    await bothOf(tx.named(renaming, []), tx.named(looking, []))
  })
  await expect(refused).rejects.toThrow('Refused.')
  expect(await w.sql(`select name from organizations where name = 'Renamed'`)).toEqual([])
})
