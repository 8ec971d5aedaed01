import { accessNotices } from './notices/access-notices.ts'
import { invoiceNotices } from './notices/invoice-notices.ts'
import { payeeNotices } from './notices/payee-notices.ts'
import { workNotices } from './notices/work-notices.ts'

/** What people are told by mail, and because of what. No other module sends anything. */
export const messagingReactions = [...accessNotices, ...payeeNotices, ...workNotices, ...invoiceNotices]
