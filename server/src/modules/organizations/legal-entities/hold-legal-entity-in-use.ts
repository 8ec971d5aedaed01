import type { Tx } from '#kernel/db.ts'
import { legalEntityArchived } from '#modules/organizations/problems.ts'
import type { LegalEntityId } from './contract.ts'
import { holdArchivedLegalEntity } from './store.ts'

type Given = Readonly<{ before: LegalEntityId | null; after: LegalEntityId }>

/** What an archived legal entity signs and pays for stays with it; nothing new is given to it. It stays in use until the commit. */
export const holdLegalEntityInUse = async (tx: Tx, { before, after }: Given): Promise<void> => {
  if (after === before) return
  const name = await holdArchivedLegalEntity(tx, after)
  if (name !== undefined) throw archived(name)
}

export const archived = (name: string) =>
  legalEntityArchived({ errors: [{ pointer: '#/legalEntityId', detail: `Archived: ${name}. Choose another.` }] })
