import { z } from 'zod'
import { GivenDay } from '#kernel/dates.ts'
import { EmailAddress } from '#kernel/email-address.ts'
import { PositiveMoney } from '#kernel/money.ts'
import { line, paragraphs } from '#kernel/text.ts'
import { DepartmentId, TimeZone } from '#modules/organizations/contract.ts'
import { ContractorTypeId } from './ids.ts'

export { line, paragraphs }

export const contractorStatuses = [
  'draft',
  'invited',
  'onboarding',
  'ready',
  'active',
  'paused',
  'ended',
  'archived',
  'declined',
  'withdrawn',
  'rejected',
  'invite_expired',
] as const
export const ContractorStatus = z.enum(contractorStatuses)
export type ContractorStatus = z.output<typeof ContractorStatus>

export const availabilities = ['unknown', 'available', 'limited', 'unavailable'] as const
export const Availability = z.enum(availabilities)
export type Availability = z.output<typeof Availability>

export const AvailabilityGiven = z.strictObject({
  availability: Availability,
  availableFrom: GivenDay.nullable().default(null),
  availabilityNote: line(300).nullable().default(null),
})
export type AvailabilityGiven = z.output<typeof AvailabilityGiven>

export const rateUnits = ['hour', 'day', 'week', 'month', 'piece'] as const

export const Country = z.string().regex(/^[A-Z]{2}$/, 'Use a two-letter country code such as US.')
const Phone = line(40).regex(/^\+?[\d\s()./-]{5,}$/, 'Write a phone number such as +1 503 555 0100.')
const Website = z.url({ protocol: /^https?$/, error: 'Write a web address that starts with https://.' }).max(300)
/** What another system calls the contractor. */
export const ExternalId = line(80).min(1, 'Write the id.')
export const Skill = line(60).min(1, 'Give the skill a name.')

/** The fields by themselves, none of them with a default. */
export const profileFields = {
  displayName: line(200).min(1, 'Write the name.'),
  email: EmailAddress,
  phone: Phone,
  country: Country,
  region: line(80),
  city: line(80),
  timeZone: TimeZone,
  headline: line(160),
  about: paragraphs(4_000),
  website: Website,
  skills: z.array(Skill).max(50, 'Keep it to 50 skills.'),
}

/** What a person or the company fills in about a contractor. */
export const ContractorProfile = z.strictObject({
  ...profileFields,
  phone: profileFields.phone.nullable().default(null),
  region: profileFields.region.nullable().default(null),
  city: profileFields.city.nullable().default(null),
  timeZone: profileFields.timeZone.nullable().default(null),
  headline: profileFields.headline.default(''),
  about: profileFields.about.default(''),
  website: profileFields.website.nullable().default(null),
  skills: profileFields.skills.default([]),
})
export type ContractorProfile = z.output<typeof ContractorProfile>

/** Where the company files a contractor. Theirs to decide, not the contractor's. */
export const ContractorPlacement = z.strictObject({
  typeId: ContractorTypeId.nullable().default(null),
  departmentId: DepartmentId.nullable().default(null),
  externalId: ExternalId.nullable().default(null),
})
export type ContractorPlacement = z.output<typeof ContractorPlacement>

export const Rate = z.object({ unit: z.enum(rateUnits), price: PositiveMoney })
export type Rate = z.output<typeof Rate>
