import type { Generated } from 'kysely'
import type { PostalAddress } from '#kernel/postal-address.ts'

export type PayeeTables = {
  payees: {
    organization_id: string
    id: string
    contractor_id: string
    kind: string
    legal_name: string
    address: PostalAddress
    changed_at: Date
    version: Generated<number>
  }
  payout_methods: {
    organization_id: string
    id: string
    payee_id: string
    kind: string
    holder_name: string
    currency: string
    routing_number: string | null
    account_type: string | null
    bic: string | null
    number_sealed: string
    number_last4: string
    fingerprint: string
    status: string
    is_change: boolean
    requested_by: string
    requested_at: Date
    verified_by: string | null
    verified_at: Date | null
    verified_how: string | null
    hold_until: Date | null
    reason: string | null
    moved_at: Date
    version: Generated<number>
  }
}
