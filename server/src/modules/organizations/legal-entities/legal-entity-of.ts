import type { Work } from '#kernel/command.ts'
import type { Tx } from '#kernel/db.ts'
import { noAccount } from '#modules/organizations/problems.ts'
import type { LegalEntityId } from './contract.ts'
import { archived } from './hold-legal-entity-in-use.ts'
import type { LegalEntity } from './legal-entity.ts'
import { type OpenAccount, openAccount } from './seal-numbers.ts'
import { legalEntity } from './store.ts'

/** A legal entity, archived or not: what it signed and paid must stay readable. */
export const legalEntityOf = (tx: Tx, legalEntityId: LegalEntityId): Promise<LegalEntity> =>
  legalEntity(tx, legalEntityId)

/** The same for something new: an archived one is refused. */
export const legalEntityInUse = async (tx: Tx, legalEntityId: LegalEntityId): Promise<LegalEntity> => {
  const entity = await legalEntity(tx, legalEntityId)
  if (entity.archivedAt) throw archived(entity.name)
  return entity
}

/** The account that a bank file takes the money from, open. Only for writing that file. */
export const originatingAccountOf = async (
  vault: Pick<Work, 'tx' | 'secrets'>,
  legalEntityId: LegalEntityId,
): Promise<OpenAccount> => {
  const { account } = await legalEntity(vault.tx, legalEntityId)
  if (!account) throw noAccount({ legalEntityId })
  return openAccount(vault, legalEntityId, account)
}
