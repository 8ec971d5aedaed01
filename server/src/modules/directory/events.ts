import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { ContractorId, ContractorStatus } from './contract.ts'

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
