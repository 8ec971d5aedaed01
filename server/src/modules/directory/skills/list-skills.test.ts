import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewContractor } from '#modules/directory/contract.ts'
import { tidySkills } from '#modules/directory/contractor.ts'
import { aContractor, inPortal } from '#test/directory-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { listSkills } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  await aContractor(w, { skills: ['After Effects', 'C++', 'C#', 'Illustration', 'Résumé writing'] })
})
afterAll(() => w.close())

const suggested = async (search: string) => (await w.done(listSkills, w.member('manager'), { search })).items

test('the catalogue of one organization is not shown to another', async () => {
  const elsewhere = w.memberOf(await w.newOrganization('harbor'), 'owner')

  expect((await w.done(listSkills, elsewhere, {})).items).toEqual([])
})

test('a skill keeps the spelling it was first given, whoever types it next', async () => {
  const contractor = await aContractor(w, { skills: ['after EFFECTS', ' resume   writing ', 'Lettering'] })

  expect(contractor.skills).toEqual(['After Effects', 'Lettering', 'Résumé writing'])
})

test.each([
  ['aft', ['After Effects']],
  ['EFFECTS', ['After Effects']],
  ['resume', ['Résumé writing']],
  ['c+', ['C++']],
  ['%', []],
  ["'; --", []],
])('while typing %s one is offered %s', async (typed, offered) => {
  expect(await suggested(typed)).toEqual(offered)
})

test('what begins with the typed letters comes first', async () => {
  await aContractor(w, { skills: ['Vector illustration', 'Illumination'] })

  expect(await suggested('ill')).toEqual(['Illumination', 'Illustration', 'Vector illustration'])
})

test('a contractor in the portal is offered the same skills', async () => {
  const contractor = await aContractor(w)

  const { items } = await w.done(listSkills, inPortal(w, contractor), { search: 'c#' })

  expect(items).toEqual(['C#'])
  expect((await w.ask(viewContractor, inPortal(w, contractor), { contractorId: contractor.id })).status).toBe(403)
})

test('tidied skills have no doubles, no blanks around them, and are tidy already', () => {
  const skill = fc.constantFrom('Motion', 'motion', ' MOTION ', 'Motion  design', 'Print', '李')
  fc.assert(
    fc.property(fc.array(skill), (skills) => {
      const tidy = tidySkills(skills)
      expect(tidySkills(tidy)).toEqual(tidy)
      expect(new Set(tidy.map((one) => one.toLowerCase())).size).toBe(tidy.length)
      expect(tidy.every((one) => one === one.trim() && !/\s{2}/.test(one))).toBe(true)
    }),
  )
})
