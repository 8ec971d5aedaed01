import type { Work } from '#kernel/command.ts'
import { decimalOf, type Money } from '#kernel/money.ts'
import type { ContractorId } from '#modules/directory/contract.ts'
import { addressesOf } from '#modules/directory/index.ts'
import { organizationOf } from '#modules/organizations/index.ts'

export type Recipient = Readonly<{ name: string; address: string }>

export const contractorRecipient = async (
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  contractorId: ContractorId,
): Promise<Recipient> => {
  const { name, current } = await addressesOf(tx, contractorId, now)
  return { name, address: current }
}

/** For warnings about their money: the address they sign in with first, then all that were theirs until lately. */
export const everyContractorRecipient = async (
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  contractorId: ContractorId,
): Promise<readonly Recipient[]> => {
  const { name, current, former } = await addressesOf(tx, contractorId, now)
  return [current, ...former].map((address) => ({ name, address }))
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
