import type { Tx } from '#kernel/db.ts'
import { decimalOf, type Money, money } from '#kernel/money.ts'
import { type Assignment, assignmentOf, holdAssignment } from '#modules/work/index.ts'
import type { InvoiceFinding } from './contract.ts'
import { type Invoice, isOpen } from './invoice.ts'
import { overCap } from './problems.ts'
import { invoicedOn } from './store.ts'

/** The most that may be invoiced on the assignment: its cap, or its whole price when that is fixed. Tax is on top. */
const mostOn = ({ cap, pricing, price }: Assignment): Money | undefined =>
  cap ?? (pricing === 'fixed' ? price : undefined)

type Claim = Pick<Invoice, 'id' | 'assignmentId' | 'net'>

/** What the claim is over, in words; undefined while it is within. */
const overIn = async (tx: Tx, { id, assignmentId, net }: Claim, most: Money): Promise<string | undefined> => {
  const left = money(most.minor - (await invoicedOn(tx, assignmentId, id)), most.currency)
  if (net.minor <= left.minor) return undefined
  return `Of ${decimalOf(most)} ${most.currency} there is ${decimalOf(left)} left to invoice.`
}

export const holdCap = async (tx: Tx, claim: Claim): Promise<void> => {
  if (!mostOn(await assignmentOf(tx, claim.assignmentId))) return
  // Held until the commit: of two submissions at once, the second adds up when the first is among what was invoiced.
  const most = mostOn(await holdAssignment(tx, claim.assignmentId))
  const detail = most && (await overIn(tx, claim, most))
  if (detail) throw overCap({ errors: [{ pointer: '#/lines', detail }] })
}

/** Told while the invoice is still written, before the submission would be refused for it. */
export const capFindings = async (tx: Tx, invoice: Invoice): Promise<readonly InvoiceFinding[]> => {
  if (!isOpen(invoice)) return []
  const most = mostOn(await assignmentOf(tx, invoice.assignmentId))
  const detail = most && (await overIn(tx, invoice, most))
  return detail ? [{ code: 'over-cap', detail }] : []
}
