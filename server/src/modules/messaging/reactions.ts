import { accessNotices } from './notices/access-notices.ts'
import { addressNotices } from './notices/address-notices.ts'
import { agreementNotices } from './notices/agreement-notices.ts'
import { invoiceNotices } from './notices/invoice-notices.ts'
import { onboardingNotices } from './notices/onboarding-notices.ts'
import { payeeNotices } from './notices/payee-notices.ts'
import { paymentNotices } from './notices/payment-notices.ts'
import { workNotices } from './notices/work-notices.ts'

/**
 * What people are told by mail, and because of what. No other module sends anything. Mails are written in the lane they
 * are sent in: thousands of them keep nothing that is owed from being written down.
 */
export const messagingReactions = [
  ...accessNotices,
  ...addressNotices,
  ...payeeNotices,
  ...agreementNotices,
  ...onboardingNotices,
  ...workNotices,
  ...invoiceNotices,
  ...paymentNotices,
].map((notice) => ({ ...notice, lane: 'outside' as const }))
