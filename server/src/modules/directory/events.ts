import { z } from 'zod'
import { PlainDate } from '#kernel/dates.ts'
import { event } from '#kernel/event.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'
import { ContractorId, ContractorStatus, EngagementId } from './contract.ts'

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
