import type { Statement, Tx } from '#kernel/db.ts'

const spell: Statement = {
  name: 'directory.spell-skills',
  text: `with said as (
      select skill, plain_letters(skill) as key from unnest($2::text[]) as skill
    ), added as (
      insert into skills (organization_id, key, name) select distinct on (key) $1::uuid, key, skill from said order by key, skill
      on conflict (organization_id, key) do nothing returning key, name
    )
    select said.skill, coalesce(known.name, added.name, said.skill) as name
    from said
    left join skills known on known.organization_id = $1 and known.key = said.key
    left join added on added.key = said.key`,
}

/** How the catalogue spells each of these skills. What it does not know yet it learns, as it is spelled here. */
export const spellingsOf = async (tx: Tx, skills: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (skills.length === 0) return new Map()
  const rows = await tx.named<{ skill: string; name: string }>(spell, [tx.organizationId, [...skills]])
  return new Map(rows.map(({ skill, name }) => [skill, name]))
}

const suggest: Statement = {
  name: 'directory.suggest-skills',
  text: `select name from skills
    where organization_id = $1 and position(plain_letters($2) in key) > 0
    order by starts_with(key, plain_letters($2)) desc, key limit 20`,
}

export const skillsLike = async (tx: Tx, search: string): Promise<string[]> => {
  const rows = await tx.named<{ name: string }>(suggest, [tx.organizationId, search])
  return rows.map(({ name }) => name)
}

const look: Statement = {
  name: 'directory.skills-so-far',
  text: `select skill, name from unnest($2::text[]) as skill
    join skills on organization_id = $1 and key = plain_letters(skill)`,
}

/** The same without learning: for a look at what would happen. */
export const spellingsSoFar = async (tx: Tx, skills: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.named<{ skill: string; name: string }>(look, [tx.organizationId, [...skills]])
  return new Map(rows.map(({ skill, name }) => [skill, name]))
}
