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
    moved_at: Date
    do_not_engage_since: Generated<Date | null>
    do_not_engage_reason: Generated<string | null>
    availability: Generated<string>
    available_from: Generated<string | null>
    availability_note: Generated<string | null>
    availability_set_at: Generated<Date | null>
    created_at: Date
    changed_at: Date
    version: Generated<number>
  }
  engagements: {
    organization_id: string
    id: string
    contractor_id: string
    legal_entity_id: string
    department_id: string | null
    status: string
    starts_on: string
    ends_on: string | null
    version: Generated<number>
  }
  contractor_types: {
    organization_id: string
    id: string
    name: string
    description: string
    archived_at: Generated<Date | null>
    version: Generated<number>
  }
  contractor_rates: {
    organization_id: string
    id: string
    contractor_id: string
    unit: string
    amount_minor: bigint
    currency: string
    valid_from: string
  }
}
