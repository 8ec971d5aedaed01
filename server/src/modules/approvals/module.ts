import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { changeLimits } from './change-limits.ts'
import { changePolicy } from './change-policy.ts'
import { listLimits } from './list-limits.ts'
import { viewPolicy } from './view-policy.ts'

export const approvals: Module = {
  name: 'approvals',
  handlers: [listLimits, changeLimits, viewPolicy, changePolicy],
}
