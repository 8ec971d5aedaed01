import type { Generated } from 'kysely'
import type { PostalAddress } from '#kernel/postal-address.ts'
import type { SignatureMark } from '#modules/agreements/contract.ts'
import type { FileId } from '#modules/files/contract.ts'
import type { TaxFormView } from './contract.ts'

/** What was signed with, and what makes it theirs: kept as JSON, shown on the document alone. */
export type KeptSignature = { mark: SignatureMark; evidence: { label: string; value: string }[] }

export type TaxTables = {
  tax_forms: {
    organization_id: string
    id: string
    contractor_id: string
    kind: string
    revision: string
    name: string
    business_name: string
    classification: TaxFormView['classification']
    llc_code: TaxFormView['llcCode']
    other_classification: string
    foreign_partners: boolean
    exempt_payee_code: string
    fatca_code: string
    account_numbers: string
    address: PostalAddress
    tin_kind: TaxFormView['tinKind']
    tin_sealed: string | null
    tin_last4: string | null
    tin_fingerprint: string | null
    second_item_struck: boolean
    signature: KeptSignature
    signed_by: string
    signed_at: Date
    valid_from: string
    status: TaxFormView['status']
    reason: string | null
    file_id: FileId | null
    copy_file_id: FileId | null
    version: Generated<number>
  }
}
