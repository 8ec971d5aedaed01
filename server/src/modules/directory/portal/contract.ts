import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { EmailAddress } from '#kernel/email-address.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { unlessBanned, untilSettled } from '#kernel/standing.ts'
import { AvailabilityGiven, ContractorProfile, ContractorStatus } from '#modules/directory/profile.ts'

/** What contractors change themselves here. The address they sign in with changes once it is confirmed (`access`). */
export const OwnProfile = ContractorProfile.omit({ email: true })
export type OwnProfile = z.output<typeof OwnProfile>

export const OwnProfileView = z.object({
  ...OwnProfile.shape,
  ...AvailabilityGiven.shape,
  email: EmailAddress,
  status: ContractorStatus,
  availabilitySetAt: Instant.nullable(),
  version: z.int(),
})
export type OwnProfileView = z.output<typeof OwnProfileView>

export const viewOwnProfile = endpoint({
  name: 'directory.view-own-profile',
  method: 'GET',
  path: '/portal/profile',
  summary: 'What is on file about the contractor who asks',
  input: z.strictObject({}),
  output: OwnProfileView,
})

export const changeOwnProfile = endpoint({
  name: 'directory.change-own-profile',
  method: 'PUT',
  path: '/portal/profile',
  summary: 'Change what is on file about oneself, except for the e-mail address',
  inPortal: unlessBanned,
  input: z.strictObject({ ...OwnProfile.shape, version: z.int().positive() }),
  output: OwnProfileView,
})

export const setOwnAvailability = endpoint({
  name: 'directory.set-own-availability',
  method: 'PUT',
  path: '/portal/availability',
  summary: 'Say when one is free',
  inPortal: untilSettled,
  input: z.strictObject({ ...AvailabilityGiven.shape, version: z.int().positive() }),
  output: OwnProfileView,
})
