import { money } from '#kernel/money.ts'
import { PaymentId } from '#modules/payments/contract.ts'
import type { Instruction } from '#modules/payments/pay-runs/bank-file-store.ts'
import { modulesKnown } from '../../../app.ts'
import type { Claim } from './claim.ts'
import type { Contractor, Job, Trouble } from './contractor.ts'
import { accountOf, home } from './contractor-rows.ts'
import type { PayDay } from './pay-days.ts'
import type { Ids } from './seeded-ids.ts'

type AtWork = Contractor & Readonly<{ job: Job }>
type Line = Readonly<{
  payableId: string
  invoiceId: Instruction['lines'][number]['invoiceId']
  number: string
  minor: bigint
}>
type LeftOut = Readonly<{ payableId: string; place: number; trouble: Trouble }>

/** What a pay day will pay, gathered invoice by invoice until its day has come. */
export type Gathered = Readonly<{ lines: Map<number, Line[]>; leftOut: LeftOut[] }>

export type Payment = Readonly<{
  contractor: AtWork
  instruction: Instruction & Readonly<{ details: ReturnType<typeof accountOf> & Readonly<{ currency: string }> }>
}>

export const gatherings = () => {
  const byDay = new Map<string, Gathered>()
  const of = ({ day }: PayDay): Gathered => {
    const known = byDay.get(day) ?? { lines: new Map(), leftOut: [] }
    byDay.set(day, known)
    return known
  }
  return {
    add: ({ place }: Contractor, { trouble }: Job, { invoice, owed, paidOn, leftOutOn }: Claim): void => {
      if (!owed) return
      const line = { payableId: owed.id, invoiceId: invoice.id, number: invoice.number, minor: invoice.total.minor }
      if (paidOn) {
        const { lines } = of(paidOn)
        lines.set(place, [...(lines.get(place) ?? []), line])
      }
      for (const payDay of leftOutOn) of(payDay).leftOut.push({ payableId: owed.id, place, trouble })
    },
    /** Hands over what was gathered for a day, and forgets it. */
    take: (payDay: PayDay): Gathered => {
      const found = of(payDay)
      byDay.delete(payDay.day)
      return found
    },
  }
}

type Naming = Readonly<{ newId: Ids; at: number; runNumber: number }>

/** One payment for each payee over everything that is due to them. */
export const paymentsOf = (
  { lines }: Gathered,
  whoIs: (place: number) => AtWork,
  { newId, at, runNumber }: Naming,
): readonly Payment[] =>
  [...lines].map(([place, owed], position) => {
    const contractor = whoIs(place)
    const total = owed.reduce((sum, { minor }) => sum + minor, 0n)
    return {
      contractor,
      instruction: {
        id: newId(PaymentId, at),
        reference: `R${runNumber}-${position + 1}`,
        contractorId: contractor.contractorId,
        payoutMethodId: contractor.job.payoutMethodId,
        payeeKind: 'person',
        payeeName: contractor.profile.displayName,
        address: home,
        amount: money(total, 'USD'),
        lines: owed.map(({ minor, ...line }) => ({ ...line, amount: money(minor, 'USD') })),
        details: { ...accountOf(contractor), currency: 'USD' },
      },
    }
  })

const codes: Readonly<Partial<Record<Trouble, string>>> = {
  no_tax_form: 'tax.no-tax-form',
  no_account: 'payees.no-payout-method',
  unconfirmed: 'payees.payout-method-unverified',
}

/** Why something stayed out of a run, in the words that a run keeps. */
export const reasonOf = ({ trouble, place }: LeftOut, cameBack: ReadonlySet<number>): string => {
  const code = codes[trouble] ?? (cameBack.has(place) ? 'payments.account-returned' : undefined)
  return code ? summaryOf(code) : 'Taken out until the hours are confirmed.'
}

const summaryOf = (code: string): string =>
  modulesKnown.paymentHolds.find(({ words }) => words[code])?.words[code]?.summary ?? code
