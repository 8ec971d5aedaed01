import { z } from 'zod'
import { PlainDate } from '#kernel/dates.ts'
import { event } from '#kernel/event.ts'
import { PositiveMoney } from '#kernel/money.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'
import {
  Availability,
  ContractorId,
  ContractorStatus,
  ContractorTypeId,
  EngagementId,
  ImportId,
  rateUnits,
} from './contract.ts'
import { readRates } from './permissions.ts'

export const contractorAdded = event(
  'directory.contractor-added',
  'put {displayName} on file',
  z.object({ contractorId: ContractorId, displayName: z.string() }),
)

/** Names the fields, not their values: a profile holds personal data and the journal is for ever. */
export const contractorChanged = event(
  'directory.contractor-changed',
  'changed {fields} of {displayName}',
  z.object({ contractorId: ContractorId, displayName: z.string(), fields: z.array(z.string()) }),
)

export const contractorMoved = event(
  'directory.contractor-moved',
  'moved {displayName} from {from} to {to}: {reason}',
  z.object({
    contractorId: ContractorId,
    displayName: z.string(),
    from: ContractorStatus,
    to: ContractorStatus,
    reason: z.string(),
  }),
)

const contractor = { contractorId: ContractorId, displayName: z.string() }

export const availabilitySet = event(
  'directory.availability-set',
  'set the availability of {displayName} to {availability}',
  z.object({ ...contractor, availability: Availability, availableFrom: PlainDate.nullable() }),
)

/** Without the reason: it is about a person, and whoever may know it finds it with the contractor. */
export const contractorBanned = event(
  'directory.contractor-banned',
  'said that {displayName} is not to be engaged again',
  z.object(contractor),
)

export const banLifted = event(
  'directory.ban-lifted',
  'allowed {displayName} to be engaged again: {reason}',
  z.object({ ...contractor, reason: z.string() }),
)

const rate = z.object({ ...contractor, unit: z.enum(rateUnits), price: PositiveMoney, validFrom: PlainDate })

export const rateAdded = event(
  'directory.rate-added',
  'agreed with {displayName} on {price} per {unit} from {validFrom}',
  rate,
  { needs: readRates },
)

export const rateRemoved = event(
  'directory.rate-removed',
  'took back the rate of {price} per {unit} from {validFrom} of {displayName}',
  rate,
  { needs: readRates },
)

const contractorType = { contractorTypeId: ContractorTypeId, name: z.string() }

export const contractorTypeAdded = event(
  'directory.contractor-type-added',
  'added the contractor type {name}',
  z.object(contractorType),
)

export const contractorTypeChanged = event(
  'directory.contractor-type-changed',
  'changed the contractor type {from}, now {name}',
  z.object({ ...contractorType, from: z.string() }),
)

export const contractorTypeArchived = event(
  'directory.contractor-type-archived',
  'archived the contractor type {name}',
  z.object(contractorType),
)

export const contractorsImported = event(
  'directory.contractors-imported',
  'imported contractors from a file: {added} new, {changed} changed, {unchanged} as before, {refused} left out',
  z.object({
    importId: ImportId,
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    refused: z.int(),
  }),
)

const engagement = { engagementId: EngagementId, contractorId: ContractorId }

export const engagementOpened = event(
  'directory.engagement-opened',
  'opened an engagement with {displayName} from {startsOn}',
  z.object({ ...engagement, legalEntityId: LegalEntityId, displayName: z.string(), startsOn: PlainDate }),
)

export const engagementChanged = event(
  'directory.engagement-changed',
  'changed an engagement: from {startsOn} to {endsOn}',
  z.object({ ...engagement, startsOn: PlainDate, endsOn: PlainDate.nullable() }),
)

export const engagementActivated = event(
  'directory.engagement-activated',
  'made the engagement from {startsOn} active',
  z.object({ ...engagement, startsOn: PlainDate }),
)

export const engagementEnded = event(
  'directory.engagement-ended',
  'ended an engagement on {lastDay}: {reason}',
  z.object({ ...engagement, lastDay: PlainDate, reason: z.string() }),
)
