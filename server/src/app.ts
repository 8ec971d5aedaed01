import type { Handler } from '#kernel/command.ts'
import type { Reaction } from '#kernel/reaction.ts'
import type { Schedule } from '#kernel/worker.ts'
import { accessHandlers, accessSchedules } from '#modules/access/index.ts'
import { agreementHandlers, agreementReactions, agreementSchedules } from '#modules/agreements/index.ts'
import { approvalHandlers } from '#modules/approvals/index.ts'
import { auditHandlers, auditSchedules } from '#modules/audit/index.ts'
import { directoryHandlers, directoryReactions } from '#modules/directory/index.ts'
import { fileHandlers, fileSchedules } from '#modules/files/index.ts'
import { invoiceHandlers, invoiceReactions } from '#modules/invoices/index.ts'
import { messagingHandlers, messagingReactions, messagingSchedules } from '#modules/messaging/index.ts'
import { onboardingHandlers, onboardingReactions, onboardingSchedules } from '#modules/onboarding/index.ts'
import { organizationHandlers } from '#modules/organizations/index.ts'
import { payeeHandlers, payeeSchedules } from '#modules/payees/index.ts'
import { paymentHandlers, paymentReactions } from '#modules/payments/index.ts'
import { reportHandlers } from '#modules/reports/index.ts'
import { taxHandlers, taxReactions } from '#modules/tax/index.ts'
import { workHandlers, workSchedules } from '#modules/work/index.ts'

/** Every module's handlers, bottom to top: the table of contents of the API. */
export const handlers: readonly Handler[] = [
  ...organizationHandlers,
  ...accessHandlers,
  ...fileHandlers,
  ...approvalHandlers,
  ...directoryHandlers,
  ...payeeHandlers,
  ...agreementHandlers,
  ...taxHandlers,
  ...onboardingHandlers,
  ...workHandlers,
  ...invoiceHandlers,
  ...paymentHandlers,
  ...reportHandlers,
  ...messagingHandlers,
  ...auditHandlers,
]

/** Every module's reactions: what follows from what. */
export const reactions: readonly Reaction[] = [
  ...directoryReactions,
  ...agreementReactions,
  ...taxReactions,
  ...onboardingReactions,
  ...invoiceReactions,
  ...paymentReactions,
  ...messagingReactions,
]

/** What happens again and again. */
export const schedules: readonly Schedule[] = [
  ...accessSchedules,
  ...fileSchedules,
  ...payeeSchedules,
  ...agreementSchedules,
  ...onboardingSchedules,
  ...workSchedules,
  ...messagingSchedules,
  ...auditSchedules,
]
