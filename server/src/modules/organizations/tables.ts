import type { Generated } from 'kysely'
import type { DepartmentId } from './contract.ts'

export type OrganizationTables = {
  organization_slugs: { slug: string; organization_id: string }
  organizations: {
    organization_id: string
    slug: string
    name: string
    time_zone: string
    currency: string
    programme_name: string
    brand_color: string
    logo_file_id: string | null
    logo_sha256: string | null
    logo_media_type: 'image/png' | 'image/jpeg' | null
    modules_off: string[]
    created_at: Date
    version: number
  }
  departments: {
    organization_id: string
    id: DepartmentId
    name: string
    archived_at: Generated<Date | null>
    version: number
  }
}
