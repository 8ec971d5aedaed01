import type { Generated } from 'kysely'

export type DirectoryTables = {
  contractors: {
    organization_id: string
    id: string
    external_id: string | null
    type_id: string | null
    department_id: string | null
    display_name: string
    email: string
    phone: string | null
    country: string
    region: string | null
    city: string | null
    time_zone: string | null
    headline: string
    about: string
    website: string | null
    skills: string[]
    status: string
    do_not_engage: Generated<boolean>
    do_not_engage_reason: string | null
    availability: Generated<string>
    available_from: string | null
    availability_note: string | null
    created_at: Date
    changed_at: Date
    version: Generated<number>
  }
}
