import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { line, Skill } from '#modules/directory/profile.ts'

export const listSkills = endpoint({
  name: 'directory.list-skills',
  method: 'GET',
  path: '/skills',
  summary: 'Skills that are already in use, to choose from while typing',
  input: z.strictObject({ search: line(60).default('') }),
  output: z.object({ items: z.array(Skill) }),
})
