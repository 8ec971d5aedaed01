import { type Actor, may } from '#kernel/actor.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { ModuleTable } from '#kernel/module.ts'
import { invalidInput } from '#kernel/problem.ts'
import type { OrganizationView } from './contract.ts'
import { changeOrganization } from './permissions.ts'
import { moduleNeeded } from './problems.ts'

/** The picture itself lies in storage; the file it came as is known to whoever keeps the files. */
export type Logo = Readonly<{ fileId: string; sha256: string; mediaType: 'image/png' | 'image/jpeg' }>

export type Organization = Readonly<{
  organizationId: OrganizationId
  slug: string
  name: string
  timeZone: string
  currency: string
  programmeName: string
  brandColor: string
  logo: Logo | null
  modulesOff: readonly string[]
  version: number
}>

/** Switches off these modules and no others, unless one that stays on needs one of them. */
export const switchOff = (
  organization: Organization,
  off: readonly string[],
  { switchable }: ModuleTable,
): Organization => {
  const names = switchable.map(({ name }) => name)
  const unknown = off.flatMap((name, index) =>
    names.includes(name) ? [] : [{ pointer: `#/off/${index}`, detail: 'This is no module that can be left out.' }],
  )
  if (unknown.length > 0) throw invalidInput({ errors: unknown })
  const errors = switchable
    .filter(({ name }) => !off.includes(name))
    .flatMap(({ title, needs }) => needs.filter((need) => off.includes(need)).map((need) => [title, need] as const))
    .map(([title, need]) => ({ pointer: '#/off', detail: `${title} needs ${titleOf(switchable, need)}.` }))
  if (errors.length > 0) throw moduleNeeded({ errors })
  return { ...organization, modulesOff: names.filter((name) => off.includes(name)) }
}

const titleOf = (switchable: ModuleTable['switchable'], needed: string): string =>
  switchable.find(({ name }) => name === needed)?.title ?? needed

/** The names of the fields that differ, for the journal. */
export const changedIn = (before: Organization, after: Organization): string[] =>
  (['name', 'timeZone', 'currency'] as const).filter((field) => before[field] !== after[field])

export const viewOf = (organization: Organization, actor: Actor): OrganizationView => {
  const { organizationId: id, modulesOff, logo, ...rest } = organization
  return {
    ...rest,
    id,
    logoFileId: logo?.fileId ?? null,
    modulesOff: [...modulesOff],
    can: { change: may(actor, changeOrganization) },
  }
}
