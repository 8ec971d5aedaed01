import type { Actor } from '#kernel/actor.ts'

/** Runs, payments and books go across departments, so a member who is limited to some sees none of them. */
export const seesEverything = ({ departmentIds }: Actor): boolean => departmentIds === 'all'
