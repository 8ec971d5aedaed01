import type { PaymentRule } from './schedules/contract.ts'

export type PaymentTables = {
  payment_schedules: {
    organization_id: string
    legal_entity_id: string
    version: number
    rule: PaymentRule
    cut_off_banking_days: number
    calendar: string
    set_by: string
    set_at: Date
  }
}
