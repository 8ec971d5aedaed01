import type { Generated } from 'kysely'
import type { PersonId } from '#kernel/ids.ts'
import type { Decision, DecisionId } from './contract.ts'

export type ApprovalTables = {
  approval_limit_holders: {
    organization_id: string
    person_id: PersonId
    set_by: string
    set_at: Date
    version: number
  }
  approval_limits: { organization_id: string; person_id: PersonId; currency: string; amount_minor: bigint }
  approval_policies: { organization_id: string; version: number; set_by: string; set_at: Date }
  approval_thresholds: { organization_id: string; version: number; currency: string; amount_minor: bigint }
  approval_decisions: {
    organization_id: string
    id: DecisionId
    kind: string
    subject_id: string
    place: number
    content_hash: string
    amount_minor: Generated<bigint | null>
    currency: Generated<string | null>
    decision: Decision
    note: Generated<string | null>
    needed: number
    policy_version: Generated<number | null>
    decided_by: PersonId
    decided_at: Date
  }
}
