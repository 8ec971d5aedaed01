import { type Actor, may } from '#kernel/actor.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { type OrganizationView, type SwitchableModule, switchableModules } from './contract.ts'
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
  modulesOff: readonly SwitchableModule[]
  version: number
}>

/** What a module cannot do without: nobody is paid without an invoice, and an invoice claims work. */
const needs: Readonly<Partial<Record<SwitchableModule, readonly SwitchableModule[]>>> = {
  payments: ['invoices'],
  invoices: ['work'],
}

/** Switches off these modules and no others, unless one that stays on needs one of them. */
export const switchOff = (organization: Organization, off: readonly SwitchableModule[]): Organization => {
  const modulesOff = switchableModules.filter((name) => off.includes(name))
  const errors = switchableModules
    .filter((name) => !off.includes(name))
    .flatMap((name) => (needs[name] ?? []).filter((needed) => off.includes(needed)).map((needed) => [name, needed]))
    .map(([name, needed]) => ({ pointer: '#/off', detail: `The module ${name} needs ${needed}.` }))
  if (errors.length > 0) throw moduleNeeded({ errors })
  return { ...organization, modulesOff }
}

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
