import { moduleTable } from '#kernel/module.ts'
import { access } from '#modules/access/module.ts'
import { agreements } from '#modules/agreements/module.ts'
import { approvals } from '#modules/approvals/module.ts'
import { audit } from '#modules/audit/module.ts'
import { background } from '#modules/background/module.ts'
import { directory } from '#modules/directory/module.ts'
import { eInvoices } from '#modules/e-invoices/module.ts'
import { files } from '#modules/files/module.ts'
import { invoices } from '#modules/invoices/module.ts'
import { messaging } from '#modules/messaging/module.ts'
import { onboarding } from '#modules/onboarding/module.ts'
import { organizations } from '#modules/organizations/module.ts'
import { payees } from '#modules/payees/module.ts'
import { payments } from '#modules/payments/module.ts'
import { reports } from '#modules/reports/module.ts'
import { tax } from '#modules/tax/module.ts'
import { work } from '#modules/work/module.ts'
import type { AnyJob } from './kernel/background/job.ts'
import type { Task } from './kernel/background/task.ts'
import type { Handler } from './kernel/command.ts'
import type { Module } from './kernel/module.ts'
import type { Reaction } from './kernel/reaction.ts'
import type { Schedule } from './kernel/worker.ts'

/** Every module, bottom to top: the table of contents of the server. */
export const modules: readonly Module[] = [
  organizations,
  access,
  files,
  approvals,
  directory,
  payees,
  agreements,
  tax,
  onboarding,
  work,
  eInvoices,
  invoices,
  payments,
  reports,
  messaging,
  background,
  audit,
]

export const handlers: readonly Handler[] = modules.flatMap((module) => module.handlers)
export const reactions: readonly Reaction[] = modules.flatMap((module) => module.reactions ?? [])
export const schedules: readonly Schedule[] = modules.flatMap((module) => module.schedules ?? [])
export const jobs: readonly AnyJob[] = modules.flatMap((module) => module.jobs ?? [])
/** All that the list of what is to be done may name. */
export const tasks: readonly Task[] = [...reactions, ...schedules, ...jobs]
export const modulesKnown = moduleTable(modules)
