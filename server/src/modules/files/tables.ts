import type { Generated } from 'kysely'
import type { FileId, Sensitivity } from './contract.ts'
import type { MediaType } from './media-type.ts'

export type FileTables = {
  files: {
    organization_id: string
    id: FileId
    name: string
    media_type: MediaType
    size_bytes: bigint
    sha256: string
    sensitivity: Sensitivity
    uploaded_by: string
    uploaded_at: Date
    attached_at: Generated<Date | null>
    subject_id: Generated<string | null>
    contractor_id: Generated<string | null>
  }
}
