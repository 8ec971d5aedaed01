import { z } from 'zod'
import { Currency } from '#kernel/money.ts'
import { line } from '#kernel/text.ts'

/** First parts of an address that are ours: pages of the web, and what the server answers beside them. */
export const reservedSlugs = [
  'api',
  'assets',
  'healthz',
  'invitation',
  'portal',
  'portal-invitation',
  'readyz',
  'reset-password',
  'set-up',
  'sign',
  'sign-in',
  'verify',
] as const

export const isReservedSlug = (slug: string): boolean => reservedSlugs.some((reserved) => reserved === slug)

export const Slug = z
  .string()
  .regex(/^[a-z0-9](-?[a-z0-9]){1,39}$/, 'Use 2 to 40 small letters, digits and single dashes.')
  .describe('First part of every address: /northwind/…')

export const OrganizationName = line(120).min(2, 'Write at least two letters.')

export const TimeZone = z
  .string()
  .refine(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
    'This time zone is not known.',
  )

export const NewOrganization = z.strictObject({
  slug: Slug.refine((slug) => !isReservedSlug(slug), 'Muster needs this word for an address of its own.'),
  name: OrganizationName,
  timeZone: TimeZone,
  currency: Currency,
})
export type NewOrganization = z.output<typeof NewOrganization>
