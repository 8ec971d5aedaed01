import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '#test/world.ts'
import { makeSetUpLink, setUpLinkAtStart } from './set-up-link.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const open = async () =>
  (await w.sql('select count(*)::int as links from auth.set_up_links where used_at is null'))[0]?.links

test('three processes that start on an empty database print one link, and so does a restart', async () => {
  const links = await Promise.all([1, 2, 3].map(() => setUpLinkAtStart(w.runtime)))
  links.push(await setUpLinkAtStart(w.runtime))

  expect([new Set(links).size, await open()]).toEqual([1, 1])
})

test('one that is asked for at the console ends it, and the next start prints the newer one', async () => {
  const older = await setUpLinkAtStart(w.runtime)

  const newer = await makeSetUpLink(w.runtime)

  expect(newer).not.toBe(older)
  expect([await setUpLinkAtStart(w.runtime), await open()]).toEqual([newer, 1])
})

test('a link that has run out is replaced', async () => {
  const older = await setUpLinkAtStart(w.runtime)
  w.advance(24 * 3_600_000 + 1)

  expect(await setUpLinkAtStart(w.runtime)).not.toBe(older)
})
