import type { Role } from '#kernel/actor.ts'
import type { Standing } from '#kernel/standing.ts'

/** What belongs to one organization. */
export type AccessTables = {
  members: {
    organization_id: string
    id: string
    person_id: string | null
    name: string
    email: string
    roles: Role[]
    department_ids: string[] | null
    status: 'invited' | 'active' | 'disabled' | 'removed'
    version: number
  }
  contractor_access: {
    organization_id: string
    contractor_id: string
    person_id: string
    granted_at: Date
    standing: Standing
    standing_since: Date
  }
  links: {
    organization_id: string
    id: string
    purpose: string
    subject_id: string
    expires_at: Date
    used_at: Date | null
    made_by: string | null
    shown_at: Date | null
  }
  api_keys: {
    organization_id: string
    id: string
    person_id: string
    name: string
    hash: Buffer
    last_four: string
    scopes: string[]
    created_at: Date
    expires_at: Date
    last_used_at: Date | null
    revoked_at: Date | null
  }
}

/** What belongs to a person, whichever organization they are in. Written by us and by better-auth. */
export type AuthTables = {
  'auth.people': {
    id: string
    name: string
    email: string
    email_verified: boolean
    image: string | null
    two_factor_enabled: boolean
    created_at: Date
    updated_at: Date
  }
  'auth.sessions': {
    id: string
    token: string
    person_id: string
    ip_address: string | null
    user_agent: string | null
    created_at: Date
    updated_at: Date
    last_seen_at: Date
    expires_at: Date
  }
  'auth.accounts': {
    id: string
    person_id: string
    account_id: string
    provider_id: string
    password: string | null
    created_at: Date
    updated_at: Date
  }
  'auth.passkeys': { id: string; person_id: string }
  'auth.two_factors': { person_id: string }
  'auth.set_up_links': { id: string | null; token_hash: Buffer; expires_at: Date; used_at: Date | null }
  'auth.address_changes': {
    id: string
    person_id: string
    organization_id: string
    email: string
    previous_email: string
    asked_by: string
    asked_at: Date
    expires_at: Date
    ended_at: Date | null
    confirmed_at: Date | null
  }
  'auth.guesses': { key: Buffer; failures: number; last_at: Date }
  'auth.used_codes': { person_id: string; code: string; used_at: Date }
}
