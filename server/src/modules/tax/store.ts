import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { Tx } from '#kernel/db.ts'
import type { PersonId } from '#kernel/ids.ts'
import { Sealed } from '#kernel/secrets.ts'
import type { SignatureMark } from '#modules/agreements/contract.ts'
import type { FileId } from '#modules/files/contract.ts'
import { TaxFormView } from './contract.ts'
import type { TaxFormId } from './ids.ts'
import { taxFormNotFound } from './problems.ts'
import type { TaxTables } from './tables.ts'
import { type CheckedW9, maskedTin } from './w9.ts'

const db = (tx: Tx) => tx.withTables<TaxTables>()

export type Evidence = readonly Readonly<{ label: string; value: string }>[]

/** A form as it is stored: what people see of it, and what only a document or a reveal opens. */
export type TaxForm = Readonly<
  TaxFormView & {
    sealedTin: Sealed | null
    mark: SignatureMark
    evidence: Evidence
    /** The document with the number masked, for everybody who may read the form. */
    copyFileId: FileId | null
  }
>

type NewForm = Readonly<{
  id: TaxFormId
  contractorId: string
  checked: CheckedW9
  tin: Readonly<{ sealed: Sealed; last4: string; fingerprint: string }> | null
  mark: SignatureMark
  evidence: Evidence
  signedBy: PersonId
  signedAt: Date
  validFrom: PlainDate
}>

/** The form that held until now is kept and no longer counts. */
export const insertTaxForm = async (tx: Tx, form: NewForm): Promise<void> => {
  const { checked, tin } = form
  const w9 = checked.form
  await db(tx)
    .updateTable('tax_forms')
    .set({ status: 'superseded' })
    .where('organization_id', '=', tx.organizationId)
    .where('contractor_id', '=', form.contractorId)
    .where('status', '=', 'current')
    .execute()
  await db(tx)
    .insertInto('tax_forms')
    .values({
      organization_id: tx.organizationId,
      id: form.id,
      contractor_id: form.contractorId,
      kind: 'w9',
      revision: checked.revision,
      name: w9.name,
      business_name: w9.businessName,
      classification: w9.classification,
      llc_code: w9.llcCode,
      other_classification: w9.otherClassification,
      foreign_partners: w9.foreignPartners,
      exempt_payee_code: w9.exemptPayeeCode,
      fatca_code: w9.fatcaCode,
      account_numbers: w9.accountNumbers,
      address: sql`${JSON.stringify(w9.address)}::jsonb`,
      tin_kind: w9.tin.kind,
      tin_sealed: tin && Sealed.textOf(tin.sealed),
      tin_last4: tin?.last4 ?? null,
      tin_fingerprint: tin?.fingerprint ?? null,
      second_item_struck: w9.secondItemStruck,
      signature: sql`${JSON.stringify({ mark: form.mark, evidence: form.evidence })}::jsonb`,
      signed_by: form.signedBy,
      signed_at: form.signedAt,
      valid_from: form.validFrom,
      status: 'current',
    })
    .execute()
}

type Row = Omit<TaxTables['tax_forms'], 'version'> & Readonly<{ version: number }>

const formOf = (row: Row): TaxForm => ({
  ...TaxFormView.decode({
    id: row.id,
    contractorId: row.contractor_id,
    kind: 'w9',
    revision: row.revision,
    name: row.name,
    businessName: row.business_name,
    classification: row.classification,
    llcCode: row.llc_code,
    otherClassification: row.other_classification,
    foreignPartners: row.foreign_partners,
    exemptPayeeCode: row.exempt_payee_code,
    fatcaCode: row.fatca_code,
    accountNumbers: row.account_numbers,
    address: row.address,
    secondItemStruck: row.second_item_struck,
    tinKind: row.tin_kind,
    tinMasked: maskedTin(row.tin_kind, row.tin_last4),
    signedAt: row.signed_at.toISOString(),
    validFrom: row.valid_from,
    status: row.status,
    hasDocument: row.copy_file_id !== null,
    wholeFileId: row.file_id,
    notices: [],
    version: row.version,
  }),
  sealedTin: row.tin_sealed === null ? null : new Sealed(row.tin_sealed),
  mark: row.signature.mark,
  evidence: row.signature.evidence,
  copyFileId: row.copy_file_id,
})

const forms = (tx: Tx) => db(tx).selectFrom('tax_forms').selectAll().where('organization_id', '=', tx.organizationId)

export const taxFormOf = async (tx: Tx, taxFormId: TaxFormId): Promise<TaxForm> => {
  const row = await forms(tx).where('id', '=', taxFormId).executeTakeFirst()
  if (!row) throw taxFormNotFound()
  return formOf(row)
}

export const mostForms = 100
/** One more than are listed, if there are more. */
export const taxFormsOf = async (tx: Tx, contractorId: string): Promise<TaxForm[]> => {
  const rows = await forms(tx)
    .where('contractor_id', '=', contractorId)
    .orderBy('id', 'desc')
    .limit(mostForms + 1)
    .execute()
  return rows.map(formOf)
}

/** The form that holds today, if there is one. */
export const currentTaxForm = async (tx: Tx, contractorId: string): Promise<TaxForm | undefined> => {
  const row = await forms(tx)
    .where('contractor_id', '=', contractorId)
    .where('status', '=', 'current')
    .executeTakeFirst()
  return row && formOf(row)
}

type Papers = Partial<Pick<TaxTables['tax_forms'], 'file_id' | 'copy_file_id'>>

export const savePapers = async (tx: Tx, taxFormId: TaxFormId, papers: Papers): Promise<void> => {
  await db(tx)
    .updateTable('tax_forms')
    .set(papers)
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', taxFormId)
    .execute()
}
