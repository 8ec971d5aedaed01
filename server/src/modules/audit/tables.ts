export type AuditTables = {
  journal: {
    organization_id: string
    id: string
    occurred_at: Date
    person_id: string
    via: string
    command: string
    name: string
    data: Record<string, unknown>
    subjects: string[]
    hash: Buffer
    recorded_at: Date
  }
  journal_seals: {
    organization_id: string
    position: bigint
    journal_id: string
    chain: Buffer
    sealed_at: Date
  }
}
