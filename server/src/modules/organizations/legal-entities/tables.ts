import type { Generated } from 'kysely'
import type { PostalAddress } from '#kernel/postal-address.ts'
import type { LegalEntityId } from './contract.ts'

export type LegalEntityTables = {
  legal_entities: {
    organization_id: string
    id: LegalEntityId
    name: string
    address: PostalAddress
    currency: string
    ein_sealed: Generated<string | null>
    ein_last4: Generated<string | null>
    bank_name: Generated<string | null>
    bank_kind: Generated<'us' | 'iban' | null>
    bank_routing: Generated<string | null>
    bank_bic: Generated<string | null>
    bank_account_sealed: Generated<string | null>
    bank_account_last4: Generated<string | null>
    ach_company_id_sealed: Generated<string | null>
    archived_at: Generated<Date | null>
    version: number
  }
}
