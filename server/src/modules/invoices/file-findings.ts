import type { Work } from '#kernel/command.ts'
import { cut } from '#kernel/cut.ts'
import { contractorOf } from '#modules/directory/index.ts'
import type { EInvoice } from '#modules/e-invoices/index.ts'
import type { PayeeId } from '#modules/payees/contract.ts'
import { accountLike, payeeOf } from '#modules/payees/index.ts'
import type { Assignment } from '#modules/work/index.ts'
import type { InvoiceFinding } from './contract.ts'
import { isLikeName } from './like-name.ts'

type Asked = Pick<Work, 'tx' | 'secrets'>
type Job = Pick<Assignment, 'contractorId' | 'legalEntityName'>

/** What is odd about a file when it is held against who is paid here, by whom, and to which account. */
export const fileFindings = async (work: Asked, job: Job, file: EInvoice): Promise<InvoiceFinding[]> => {
  const { displayName } = await contractorOf(work.tx, job.contractorId)
  const payee = await payeeOf(work.tx, job.contractorId)
  const names = [displayName, ...(payee ? [payee.legalName] : [])]
  return [
    ...otherSeller(file, names),
    ...otherBuyer(file, job.legalEntityName),
    ...otherPayee(file, names),
    ...(payee ? await otherAccount(work, payee.id, file) : []),
    ...file.remarks,
  ]
}

const namesOf = ({ name, tradingName }: EInvoice['seller']): readonly string[] => [
  name,
  ...(tradingName ? [tradingName] : []),
]
const isOneOf = (party: EInvoice['seller'], names: readonly string[]): boolean =>
  namesOf(party).some((name) => names.some((known) => isLikeName(name, known)))

const otherSeller = ({ seller }: EInvoice, names: readonly string[]): readonly InvoiceFinding[] =>
  isOneOf(seller, names)
    ? []
    : [
        {
          code: 'other-seller',
          detail: `The file is an invoice of ${cut(seller.name, 140)}; here ${names.at(-1)} is paid.`,
        },
      ]

const otherBuyer = ({ buyer }: EInvoice, legalEntityName: string): readonly InvoiceFinding[] =>
  isOneOf(buyer, [legalEntityName])
    ? []
    : [
        {
          code: 'other-buyer',
          detail: `The file is addressed to ${cut(buyer.name, 140)}; ${legalEntityName} pays for this work.`,
        },
      ]

/** BG-10: somebody else is to be paid, a factor say. */
const otherPayee = ({ payee }: EInvoice, names: readonly string[]): readonly InvoiceFinding[] =>
  payee === undefined || isOneOf(payee, names)
    ? []
    : [
        {
          code: 'other-payee',
          detail: `The file asks for payment to ${cut(payee.name, 140)}; here ${names.at(-1)} is paid.`,
        },
      ]

const otherAccount = async (
  work: Asked,
  payeeId: PayeeId,
  { payment }: EInvoice,
): Promise<readonly InvoiceFinding[]> => {
  const accounts = payment.means.flatMap(({ account }) => (account ? [account] : []))
  if (accounts.length === 0) return []
  const found = await Promise.all(accounts.map((account) => accountLike(work, payeeId, account)))
  const [first] = found
  if (!first?.paidTo || found.some(({ isSame }) => isSame)) return []
  const detail = `The file asks for payment to the account ending in ${first.last4}; payments go to the one ending in ${first.paidTo}.`
  return [{ code: 'other-account', detail }]
}
