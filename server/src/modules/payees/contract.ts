import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { Bic, Iban, RoutingNumber, UsAccountNumber } from '#kernel/identifiers/fields.ts'
import { PersonId } from '#kernel/ids.ts'
import { Currency } from '#kernel/money.ts'
import { listOf, pageInput, pageOf } from '#kernel/page.ts'
import { PostalAddress } from '#kernel/postal-address.ts'
import { unlessBanned, untilSettled } from '#kernel/standing.ts'
import { line } from '#kernel/text.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { PayeeId, PayoutMethodId } from './ids.ts'

export { PayeeId, PayoutMethodId }

export const payeeKinds = ['person', 'company'] as const
export const payoutMethodStatuses = [
  'requested',
  'pending_verification',
  'verified',
  'cooling_off',
  'active',
  'superseded',
  'rejected',
  'cancelled',
  'expired',
] as const
export const PayoutMethodStatus = z.enum(payoutMethodStatuses)
export type PayoutMethodStatus = z.output<typeof PayoutMethodStatus>

const name = line(140).min(1, 'Write the name.')

export const PayeeDetails = z.strictObject({
  kind: z.enum(payeeKinds),
  legalName: name.describe('As on the tax return and the bank account'),
  address: PostalAddress,
})
export type PayeeDetails = z.output<typeof PayeeDetails>

export const BankAccount = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('us_bank'),
    holderName: name,
    routingNumber: RoutingNumber,
    accountNumber: UsAccountNumber,
    accountType: z.enum(['checking', 'savings']),
  }),
  z.strictObject({
    kind: z.literal('iban'),
    holderName: name,
    iban: Iban,
    bic: Bic.nullable().default(null),
    currency: Currency.default('EUR'),
  }),
])
export type BankAccount = z.output<typeof BankAccount>

export const PayoutMethodView = z.object({
  id: PayoutMethodId,
  payeeId: PayeeId,
  kind: z.enum(['us_bank', 'iban']),
  holderName: z.string(),
  currency: Currency,
  routingNumber: z.string().nullable(),
  accountType: z.enum(['checking', 'savings']).nullable(),
  bic: z.string().nullable(),
  last4: z.string(),
  status: PayoutMethodStatus,
  isChange: z.boolean().describe('Replaces an account that was paid to before'),
  requestedBy: PersonId,
  requestedAt: Instant,
  verifiedBy: PersonId.nullable(),
  verifiedAt: Instant.nullable(),
  verifiedHow: z.string().nullable(),
  holdUntil: Instant.nullable(),
  reason: z.string().nullable(),
  version: z.int(),
})
export type PayoutMethodView = z.output<typeof PayoutMethodView>

export const PayeeView = z.object({
  ...PayeeDetails.shape,
  id: PayeeId,
  contractorId: ContractorId,
  contractorName: z.string(),
  departmentId: z.uuid().nullable(),
  version: z.int(),
  payoutMethods: z.array(PayoutMethodView),
})
export type PayeeView = z.output<typeof PayeeView>

export const StaffPayeeView = PayeeView.extend({
  can: z.object({ verify: z.boolean(), reveal: z.boolean() }),
})

export const PayoutMethodRow = PayoutMethodView.extend({
  contractorId: ContractorId,
  contractorName: z.string(),
  legalName: z.string(),
  sharedWith: z.array(z.string()).describe('Other payees that use the same account'),
})
export type PayoutMethodRow = z.output<typeof PayoutMethodRow>

/** The same in the queue of the staff, with whether the one who asks may confirm it. */
export const StaffPayoutMethodRow = PayoutMethodRow.extend({ can: z.object({ verify: z.boolean() }) })
export type StaffPayoutMethodRow = z.output<typeof StaffPayoutMethodRow>

const changed = { payoutMethodId: PayoutMethodId, version: z.int().positive() }
const reason = line(300).min(5, 'Say why in a few words.')

export const viewMyPayee = endpoint({
  name: 'payees.view-mine',
  method: 'GET',
  path: '/portal/payee',
  summary: 'Who is paid for the signed-in contractor, and to which account',
  input: z.strictObject({}),
  output: z.object({ payee: PayeeView.nullable() }),
})

export const saveMyPayee = endpoint({
  name: 'payees.save-mine',
  method: 'PUT',
  path: '/portal/payee',
  summary: 'Say who is legally paid',
  inPortal: untilSettled,
  input: PayeeDetails.extend({ version: z.int().positive().optional() }),
  output: PayeeView,
})

export const requestPayoutMethod = endpoint({
  name: 'payees.request-payout-method',
  method: 'POST',
  path: '/portal/payout-methods',
  summary: 'Name the bank account to be paid to, or another than before',
  inPortal: untilSettled,
  input: z.strictObject({ account: BankAccount }),
  output: PayeeView,
  stepUp: true,
})

export const cancelPayoutMethod = endpoint({
  name: 'payees.cancel-payout-method',
  method: 'POST',
  path: '/portal/payout-methods/:payoutMethodId/cancellation',
  summary: 'Take back a change of the bank account that is not active yet',
  inPortal: unlessBanned,
  input: z.strictObject(changed),
  output: PayeeView,
})

export const viewPayee = endpoint({
  name: 'payees.view',
  method: 'GET',
  path: '/contractors/:contractorId/payee',
  summary: 'Who is paid for a contractor, and to which account',
  input: z.strictObject({ contractorId: ContractorId }),
  output: z.object({ payee: StaffPayeeView.nullable() }),
})

export const listPayoutMethods = endpoint({
  name: 'payees.list-payout-methods',
  method: 'GET',
  path: '/payout-methods',
  summary: 'Bank accounts by state; those that wait for a second person first',
  input: z.strictObject({ status: listOf(PayoutMethodStatus).optional(), ...pageInput }),
  output: pageOf(StaffPayoutMethodRow),
})

export const verifyPayoutMethod = endpoint({
  name: 'payees.verify-payout-method',
  method: 'POST',
  path: '/payout-methods/:payoutMethodId/verification',
  summary:
    'Confirm a bank account, or the one in use once more, after checking it with the contractor on a way known before',
  input: z.strictObject({
    ...changed,
    how: z
      .string()
      .trim()
      .min(10, 'Say how you checked it: whom you called, on which number, what they said.')
      .max(500),
  }),
  output: PayoutMethodRow,
  stepUp: true,
})

export const rejectPayoutMethod = endpoint({
  name: 'payees.reject-payout-method',
  method: 'POST',
  path: '/payout-methods/:payoutMethodId/rejection',
  summary: 'Refuse a bank account',
  input: z.strictObject({ ...changed, reason }),
  output: PayoutMethodRow,
})

export const revealPayoutMethod = endpoint({
  name: 'payees.reveal-payout-method',
  method: 'POST',
  path: '/payout-methods/:payoutMethodId/reveal',
  summary: 'See a whole account number, with a reason that is kept',
  input: z.strictObject({ payoutMethodId: PayoutMethodId, reason }),
  output: z.object({ accountNumber: z.string() }),
  stepUp: true,
  sealsAnswer: true,
})
