import type { Generated } from 'kysely'

export type WorkTables = {
  projects: {
    organization_id: string
    id: string
    name: string
    code: string | null
    department_id: string
    legal_entity_id: string
    budget_minor: bigint | null
    currency: string
    status: string
    starts_on: string | null
    ends_on: string | null
    version: Generated<number>
  }
  assignments: {
    organization_id: string
    id: string
    project_id: string
    engagement_id: string
    contractor_id: string
    title: string
    brief: string
    pricing: string
    price_minor: bigint
    cap_minor: bigint | null
    currency: string
    starts_on: string
    ends_on: string | null
    answer_by: string
    status: string
    reason: string | null
    drafted_by: string
    offered_by: string | null
    offered_at: Date | null
    answered_at: Date | null
    moved_at: Date
    version: Generated<number>
  }
}
