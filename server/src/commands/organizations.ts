import { CannotStart } from '#kernel/cannot-start.ts'
import { OrganizationId } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'

export type Found = Readonly<{ organizationId: OrganizationId; slug: string }>

/** Every organization of this install, by its address. */
export const organizations = async ({ db }: Pick<Runtime, 'db'>): Promise<readonly Found[]> => {
  const { rows } = await db.pool.query<{ organization_id: string; slug: string }>(
    'select organization_id, slug from organization_slugs order by slug',
  )
  return rows.map(({ organization_id, slug }) => ({ organizationId: OrganizationId.parse(organization_id), slug }))
}

/** The organization named, or the only one there is. */
export const organizationNamed = async (runtime: Pick<Runtime, 'db'>, slug: string | undefined): Promise<Found> => {
  const all = await organizations(runtime)
  const [only] = all
  const found = slug === undefined && all.length === 1 ? only : all.find((one) => one.slug === slug)
  if (found) return found
  const names = all.map((one) => one.slug).join(', ')
  throw new CannotStart(
    names === ''
      ? 'There is no organization yet: start Muster and open the set-up link.'
      : `Say which organization, as in --organization ${names}.`,
  )
}
