import type { Work } from '#kernel/command.ts'
import { decimalOf, type Money } from '#kernel/money.ts'
import type { ContractorId } from '#modules/directory/contract.ts'
import { contractorOf } from '#modules/directory/index.ts'
import { organizationOf } from '#modules/organizations/index.ts'

export type Recipient = Readonly<{ name: string; address: string }>

export const contractorRecipient = async (
  { tx }: Pick<Work, 'tx'>,
  contractorId: ContractorId,
): Promise<Recipient> => {
  const { displayName, email } = await contractorOf(tx, contractorId)
  return { name: displayName, address: email }
}

/** A page of the organization, for the button of a mail. */
export const pageOf = async ({ tx, baseUrl }: Pick<Work, 'tx' | 'baseUrl'>, path: string): Promise<string> =>
  `${baseUrl}/${(await organizationOf(tx)).slug}${path}`

/** "1,250.00 USD", grouped by thousands. */
export const amountOf = (amount: Money): string => {
  const [whole = '', fraction] = decimalOf(amount).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`} ${amount.currency}`
}
