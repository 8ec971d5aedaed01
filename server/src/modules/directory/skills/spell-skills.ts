import type { Tx } from '#kernel/db.ts'
import { tidySkills } from '#modules/directory/contractor.ts'
import { spellingsOf } from './store.ts'

/** The same skill is spelled the same way for everybody, so that a filter finds all who have it. */
export const spellSkills = async (tx: Tx, skills: readonly string[]): Promise<string[]> => {
  const tidy = tidySkills(skills)
  const spellings = await spellingsOf(tx, tidy)
  return tidySkills(tidy.map((skill) => spellings.get(skill) ?? skill))
}
