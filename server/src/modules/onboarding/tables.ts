import type { Generated } from 'kysely'
import type { StagePlan } from './flows/contract.ts'
import type { RequestedChange } from './onboarding-view.ts'

export type OnboardingTables = {
  onboarding_flows: {
    organization_id: string
    id: string
    name: string
    contractor_type_id: string | null
    version: Generated<number>
  }
  onboarding_flow_versions: {
    organization_id: string
    flow_id: string
    number: number
    stages: StagePlan[]
    made_by: string
    made_at: Date
  }
  onboardings: {
    organization_id: string
    id: string
    contractor_id: string
    engagement_id: string
    flow_id: string
    flow_version: number
    status: string
    email: string
    message: string
    link_id: string | null
    invited_by: string
    invited_at: Date
    expires_at: Date | null
    accepted_at: Date | null
    completed_at: Date | null
    reason: string | null
    reminders: Generated<number>
    moved_at: Date
    version: Generated<number>
  }
  onboarding_stages: {
    organization_id: string
    id: string
    onboarding_id: string
    position: number
    plan: StagePlan
    status: string
    waits_for: string
    due_on: string | null
    submitted_at: Date | null
    decided_by: string | null
    decided_at: Date | null
    reason: string | null
    changes: RequestedChange[]
    agreement_id: string | null
    file_id: string | null
    reminders: Generated<number>
    moved_at: Date
    version: Generated<number>
  }
}
