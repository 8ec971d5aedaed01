import { type Selectable, sql } from 'kysely'
import { refusing, type Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import { Sealed } from '#kernel/secrets.ts'
import { legalEntityExists, legalEntityNotFound } from '#modules/organizations/problems.ts'
import type { LegalEntityId } from './contract.ts'
import type { LegalEntity, SealedAccount } from './legal-entity.ts'
import type { LegalEntityTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<LegalEntityTables>()

const columns = [
  'id',
  'name',
  'address',
  'currency',
  'ein_sealed',
  'ein_last4',
  'bank_name',
  'bank_kind',
  'bank_routing',
  'bank_bic',
  'bank_account_sealed',
  'bank_account_last4',
  'ach_company_id_sealed',
  'archived_at',
  'version',
] as const

export const insertLegalEntity = async (tx: Tx, entity: LegalEntity): Promise<void> => {
  await db(tx)
    .insertInto('legal_entities')
    .values({ organization_id: tx.organizationId, id: entity.id, version: entity.version, ...valuesOf(entity) })
    .execute()
    .catch(refusing('one_legal_entity_of_a_name', legalEntityExists))
}

export const saveLegalEntity = async (tx: Tx, entity: LegalEntity): Promise<LegalEntity> => {
  const saved = { ...entity, version: entity.version + 1 }
  await db(tx)
    .updateTable('legal_entities')
    .set({ ...valuesOf(saved), version: saved.version })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', saved.id)
    .execute()
    .catch(refusing('one_legal_entity_of_a_name', legalEntityExists))
  return saved
}

export const legalEntity = async (tx: Tx, legalEntityId: LegalEntityId): Promise<LegalEntity> => {
  const row = await one(tx, legalEntityId).executeTakeFirst()
  if (!row) throw legalEntityNotFound({ legalEntityId })
  return entityFrom(row)
}

type Known = Readonly<{ legalEntityId: LegalEntityId; version: number }>

/** Holds the row until the commit, and refuses an actor who looked at an older version. */
export const lockLegalEntity = async (tx: Tx, { legalEntityId, version }: Known): Promise<LegalEntity> => {
  const row = await one(tx, legalEntityId).forUpdate().executeTakeFirst()
  if (!row) throw legalEntityNotFound({ legalEntityId })
  if (row.version !== version) throw stale({ currentVersion: row.version })
  return entityFrom(row)
}

const one = (tx: Tx, id: LegalEntityId) =>
  db(tx)
    .selectFrom('legal_entities')
    .select(columns)
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)

/** Holds a legal entity as it is until the commit, and names it if it is archived. */
export const holdArchivedLegalEntity = async (tx: Tx, legalEntityId: LegalEntityId): Promise<string | undefined> => {
  const row = await one(tx, legalEntityId).forShare().executeTakeFirst()
  return row?.archived_at ? row.name : undefined
}

export const mostLegalEntities = 500
/** One more than are listed, if there are more. */
export const legalEntities = async (tx: Tx, withArchived: boolean): Promise<readonly LegalEntity[]> => {
  const rows = await db(tx)
    .selectFrom('legal_entities')
    .select(columns)
    .where('organization_id', '=', tx.organizationId)
    .$if(!withArchived, (query) => query.where('archived_at', 'is', null))
    .orderBy('name')
    .orderBy('id')
    .limit(mostLegalEntities + 1)
    .execute()
  return rows.map(entityFrom)
}

const valuesOf = ({ name, address, currency, ein, account, archivedAt }: LegalEntity) => ({
  name,
  address: sql<LegalEntity['address']>`${JSON.stringify(address)}::jsonb`,
  currency,
  ein_sealed: ein && Sealed.textOf(ein.sealed),
  ein_last4: ein?.last4 ?? null,
  bank_name: account?.bankName ?? null,
  bank_kind: account?.kind ?? null,
  bank_routing: account?.kind === 'us' ? account.routingNumber : null,
  bank_bic: account?.kind === 'iban' ? account.bic : null,
  bank_account_sealed: account && Sealed.textOf(account.number.sealed),
  bank_account_last4: account?.number.last4 ?? null,
  ach_company_id_sealed: account?.kind === 'us' ? Sealed.textOf(account.achCompanyId) : null,
  archived_at: archivedAt,
})

type Row = Pick<Selectable<LegalEntityTables['legal_entities']>, (typeof columns)[number]>

const entityFrom = (row: Row): LegalEntity => ({
  id: row.id,
  name: row.name,
  address: row.address,
  currency: row.currency,
  ein: sealedNumber(row.ein_sealed, row.ein_last4),
  account: accountFrom(row),
  archivedAt: row.archived_at,
  version: row.version,
})

const sealedNumber = (text: string | null, last4: string | null) =>
  text === null || last4 === null ? null : { sealed: new Sealed(text), last4 }

const accountFrom = (row: Row): SealedAccount | null => {
  const number = sealedNumber(row.bank_account_sealed, row.bank_account_last4)
  if (!number || row.bank_name === null) return null
  if (row.bank_routing === null || row.ach_company_id_sealed === null)
    return { kind: 'iban', bankName: row.bank_name, number, bic: row.bank_bic }
  const achCompanyId = new Sealed(row.ach_company_id_sealed)
  return { kind: 'us', bankName: row.bank_name, number, routingNumber: row.bank_routing, achCompanyId }
}
