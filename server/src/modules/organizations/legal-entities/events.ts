import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { LegalEntityId } from './contract.ts'

const LegalEntity = z.object({ legalEntityId: LegalEntityId, name: z.string() })
const Revealed = LegalEntity.extend({ reason: z.string() })

export const legalEntityAdded = event(
  'organizations.legal-entity-added',
  'added the legal entity {name}',
  LegalEntity,
)
export const legalEntityChanged = event(
  'organizations.legal-entity-changed',
  'changed {fields} of {name}',
  LegalEntity.extend({ fields: z.array(z.string()) }),
)
export const legalEntityArchived = event(
  'organizations.legal-entity-archived',
  'archived the legal entity {name}',
  LegalEntity,
)
export const einChanged = event('organizations.ein-changed', 'put down the EIN of {name}', LegalEntity)
export const accountChanged = event(
  'organizations.account-changed',
  'put down the account at {bankName} that {name} pays from',
  LegalEntity.extend({ bankName: z.string() }),
)
export const einRevealed = event('organizations.ein-revealed', 'looked at the EIN of {name}: {reason}', Revealed)
export const accountRevealed = event(
  'organizations.account-revealed',
  'looked at the account number of {name}: {reason}',
  Revealed,
)
