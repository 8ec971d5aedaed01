import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewBrand, viewLogo, viewOrganization } from '#modules/organizations/contract.ts'
import { letterheadOf } from '#modules/organizations/index.ts'
import { takenMeanwhile } from '#test/between-transactions.ts'
import { pdf, png, webp } from '#test/nasty-files.ts'
import { createWorld, everyRole, type World } from '#test/world.ts'
import { removeLogo, setLogo, uploadFile } from './contract.ts'
import { setLogo as handler } from './set-logo.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const version = async () => (await w.done(viewOrganization, w.member('owner'), {})).version
const uploaded = async (content: Uint8Array, actor = w.member('owner')) => {
  const { id: fileId } = await w.done(uploadFile, actor, { name: 'logo' }, { upload: content })
  return { actor, fileId }
}

test('the logo is changed by owner and admin only', async () => {
  const allowed = []
  for (const role of everyRole) {
    const { actor, fileId } = await uploaded(png(40, 10), w.member(role))
    if ((await w.ask(setLogo, actor, { fileId, version: await version() })).status === 200) allowed.push(role)
  }

  expect(allowed).toEqual(['owner', 'admin'])
})

test.each([
  ['a PDF', pdf],
  ['a WebP, which documents cannot hold', webp(10, 10)],
  ['a picture of more than 4,096 pixels', png(5_000, 10)],
])('%s is refused and stays free for something else', async (_, content) => {
  const { actor, fileId } = await uploaded(content)

  const { status, body } = await w.ask(setLogo, actor, { fileId, version: await version() })

  expect(status).toBe(422)
  expect(body).toMatchObject({ type: '/problems/other-file-wanted', errors: [{ pointer: '#/fileId' }] })
  expect(await w.sql('select attached_at from files where id = $1', [fileId])).toEqual([{ attached_at: null }])
})

test('whoever may not change the logo does not learn whether a file would do', async () => {
  const { actor, fileId } = await uploaded(pdf, w.member('manager'))

  const { status, text } = await w.ask(setLogo, actor, { fileId, version: await version() })

  expect(status).toBe(403)
  expect(text).not.toContain('fileId')
})

test('a file of somebody else is not found, and one that is taken is refused', async () => {
  const { fileId } = await uploaded(png(40, 10), w.member('admin'))
  const mine = await uploaded(png(40, 10))
  await w.done(setLogo, mine.actor, { fileId: mine.fileId, version: await version() })

  const theirs = await w.ask(setLogo, w.member('owner'), { fileId, version: await version() })
  const taken = await w.ask(setLogo, mine.actor, { fileId: mine.fileId, version: await version() })

  expect([theirs.body, taken.body]).toMatchObject([
    { type: '/problems/file-not-found' },
    { type: '/problems/file-already-used' },
  ])
})

test('while the picture is read, nothing is locked and no connection to the database waits for it', async () => {
  const { actor, fileId } = await uploaded(png(48, 12))

  const taken = await takenMeanwhile(w, handler, { actor, input: { fileId, version: await version() } })

  expect(taken).toEqual([0])
})

test('whoever looked at an older version is told so', async () => {
  const { actor, fileId } = await uploaded(png(40, 10))

  const { body } = await w.ask(setLogo, actor, { fileId, version: (await version()) + 1 })

  expect(body).toMatchObject({ type: '/problems/stale' })
})

test('strangers see it on the sign-in page, documents carry it, and it can be taken away', async () => {
  const { actor, fileId } = await uploaded(png(64, 16))

  const set = await w.done(setLogo, actor, { fileId, version: await version() })

  expect(set.logoFileId).toBe(fileId)
  const shown = await w.ask(viewLogo, undefined, { slug: 'northwind' })
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(shown.headers.get('content-disposition')).toMatch(/^inline/)
  expect((await w.ask(viewBrand, undefined, { slug: 'northwind' })).body).toMatchObject({ hasLogo: true })
  expect((await w.work(actor, letterheadOf)).logo?.format).toBe('png')

  await w.done(removeLogo, actor, { version: set.version })

  expect((await w.ask(viewLogo, undefined, { slug: 'northwind' })).status).toBe(404)
  expect((await w.work(actor, letterheadOf)).logo).toBeUndefined()
  const facts = (await w.journal()).filter(({ name }) => name === 'organizations.logo-changed').slice(-2)
  expect(facts.map(({ data }) => data.logoFileId)).toEqual([fileId, null])
})
