import { permission } from '#kernel/actor.ts'

export const readSpend = permission('reports.view-spend', [
  'owner',
  'admin',
  'finance',
  'releaser',
  'manager',
  'auditor',
])
