import type { Endpoint } from './endpoint.ts'

/**
 * How a contractor stands with the organization, as far as the portal is concerned. `open`: being taken on, or at work.
 * `ended`: no longer engaged, within the days in which the last invoices come. `closed`: after that, or archived.
 */
export const standings = ['open', 'paused', 'ended', 'closed', 'banned'] as const
export type Standing = (typeof standings)[number]

/** What belongs to work that goes on, such as taking on more of it. */
export const whileOpen: readonly Standing[] = ['open']
/** What is asked of somebody who is being taken on or only paused. */
export const whileEngaged: readonly Standing[] = ['open', 'paused']
/** What brings work that was done to its end: invoices, the account they are paid to, papers that are still to sign. */
export const untilSettled: readonly Standing[] = ['open', 'paused', 'ended']
/** What is true of somebody however long they are gone, such as their address. Nobody who is banned changes anything. */
export const unlessBanned: readonly Standing[] = ['open', 'paused', 'ended', 'closed']

type Asking = Readonly<{ roles: readonly string[]; standing?: Standing }>

/**
 * Reading is open to everybody who is let in; a command that contractors use says in which standing. Whoever is a member
 * as well is stopped only where they act as the contractor.
 */
export const fitsStanding = (
  { inPortal, path }: Pick<Endpoint, 'inPortal' | 'path'>,
  { roles, standing }: Asking,
): boolean => {
  if (inPortal === undefined || standing === undefined || inPortal.includes(standing)) return true
  return !path.startsWith('/portal/') && roles.some((role) => role !== 'contractor')
}
