import type { Generated } from 'kysely'
import type { AgreementContent, SignatureMark } from './contract.ts'
import type { SigningEvidence } from './signing/evidence.ts'

export type AgreementTables = {
  agreement_templates: {
    organization_id: string
    id: string
    archived_at: Date | null
    version: number
  }
  agreement_template_versions: {
    organization_id: string
    template_id: string
    version: number
    name: string
    kind: string
    body: string
    counter_signature: boolean
    days_to_sign: number
    note: string
    made_by: string
    made_at: Date
  }
  agreements: {
    organization_id: string
    id: string
    template_id: string
    template_version: number
    contractor_id: string
    engagement_id: string | null
    replaces_id: string | null
    title: string
    kind: string
    counter_signature: boolean
    fields: Record<string, string>
    content: AgreementContent | null
    content_sha256: string | null
    expires_on: string | null
    status: string
    reason: string | null
    drafted_by: string
    sent_by: string | null
    sent_at: Date | null
    viewed_at: Date | null
    completed_at: Date | null
    moved_at: Date
    pdf_file_id: string | null
    pdf_sha256: string | null
    sealed_file_id: string | null
    sealed_sha256: string | null
    version: Generated<number>
  }
  agreement_signatures: {
    organization_id: string
    agreement_id: string
    role: string
    person_id: string
    name: string
    capacity: string
    mark: SignatureMark
    content_sha256: string
    consent_version: string
    evidence: SigningEvidence
    signed_at: Date
  }
}
