import type { Work } from '#kernel/command.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import type { PayeeView } from './contract.ts'
import { payeeFirst } from './problems.ts'
import { payeeOf } from './store.ts'

type Mine = Pick<Work, 'tx' | 'actor'>

/** The contractor who acts. Only called where the permission holds, which needs one. */
export const myContractorId = ({ actor }: Pick<Work, 'actor'>): ContractorId => ContractorId.parse(actor.contractorId)

export const myPayee = async (work: Mine): Promise<PayeeView> => {
  const payee = await payeeOf(work.tx, myContractorId(work))
  if (!payee) throw payeeFirst()
  return payee
}
