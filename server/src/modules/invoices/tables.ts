import type { Generated } from 'kysely'

export type InvoiceTables = {
  invoices: {
    organization_id: string
    id: string
    contractor_id: string
    engagement_id: string
    legal_entity_id: string
    department_id: string
    project_id: string
    assignment_id: string
    number: string
    number_key: string
    issued_on: string
    period_from: string | null
    period_to: string | null
    note: string
    currency: string
    net_minor: bigint
    tax_minor: bigint
    adjustment_minor: bigint
    total_minor: bigint
    source: string
    file_id: string | null
    file_reading: Generated<unknown>
    pdf_file_id: string | null
    status: string
    reason: string | null
    content_hash: Buffer | null
    drafted_by: string
    submitted_by: string | null
    submitted_at: Date | null
    approved_by: string | null
    approved_at: Date | null
    moved_at: Date
    version: Generated<number>
  }
}
