import { z } from 'zod'
import type { PlainDate } from '#kernel/dates.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { Money } from '#kernel/money.ts'
import { PostalAddress } from '#kernel/postal-address.ts'
import { Sealed } from '#kernel/secrets.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { InvoiceId } from '#modules/invoices/contract.ts'
import { PayoutMethodId } from '#modules/payees/contract.ts'
import { PaymentId, type PayRunId } from '#modules/payments/ids.ts'
import { alreadyBooked, bankFileRefused, noBankFile } from '#modules/payments/problems.ts'

/** What an instruction to the bank says, apart from the account, which is opened for it alone. */
export const Instruction = z.object({
  id: PaymentId,
  reference: z.string(),
  contractorId: ContractorId,
  payoutMethodId: PayoutMethodId,
  payeeKind: z.enum(['person', 'company']),
  payeeName: z.string(),
  address: PostalAddress,
  amount: Money,
  lines: z.array(z.object({ payableId: z.uuid(), invoiceId: InvoiceId, number: z.string(), amount: Money })),
})
export type Instruction = z.output<typeof Instruction>

const instructions: Statement = {
  name: 'payments.instructions',
  text: `select json_build_object('id', t.id, 'reference', t.reference, 'contractorId', t.contractor_id,
      'payoutMethodId', t.payout_method_id, 'payeeKind', y.kind, 'payeeName', y.legal_name, 'address', y.address,
      'amount', money_json(t.amount_minor, t.currency), 'lines', (
        select json_agg(json_build_object('payableId', l.payable_id, 'invoiceId', i.id, 'number', i.number,
          'amount', money_json(l.amount_minor, l.currency)) order by i.issued_on, i.id)
        from payment_lines l
        join payables p on p.organization_id = l.organization_id and p.id = l.payable_id
        join invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
        where l.organization_id = t.organization_id and l.payment_id = t.id and l.is_live)) as instruction
    from payments t
    join payees y on y.organization_id = t.organization_id and y.id = t.payee_id
    where t.organization_id = $1 and t.pay_run_id = $2 and t.status = 'prepared'
    order by t.id`,
}

export const instructionsOf = async (tx: Tx, payRunId: PayRunId): Promise<readonly Instruction[]> => {
  const rows = await tx.named<{ instruction: z.input<typeof Instruction> }>(instructions, [
    tx.organizationId,
    payRunId,
  ])
  return rows.map(({ instruction }) => Instruction.decode(instruction))
}

const takeNumbers: Statement = {
  name: 'payments.take-file-numbers',
  text: `insert into bank_file_counters as c (organization_id, legal_entity_id, last_trace, day, files_that_day)
    values ($1, $2, $4, $3, 1)
    on conflict (organization_id, legal_entity_id) do update set
      last_trace = case when c.last_trace + $4 > 9999998 then $4 else c.last_trace + $4 end,
      files_that_day = case when c.day = excluded.day then c.files_that_day + 1 else 1 end, day = excluded.day
    returning last_trace as "lastTrace", files_that_day as "fileOfDay"`,
}

type Numbered = Readonly<{ legalEntityId: string; day: PlainDate; entries: number }>

/** Running numbers for the entries of a file and its letter of the day. Two files at once wait for each other here. */
export const takeFileNumbers = async (tx: Tx, { legalEntityId, day, entries }: Numbered) => {
  const [given] = await tx
    .named<{ lastTrace: number; fileOfDay: number }>(takeNumbers, [tx.organizationId, legalEntityId, day, entries])
    .catch(refusing('a_day_has_36_file_letters', () => bankFileRefused({ errors: [tooManyFiles] })))
  if (!given) throw new Error('The database gave no numbers for a bank file.')
  return {
    firstTrace: given.lastTrace - entries + 1,
    modifier: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.charAt(given.fileOfDay - 1),
  }
}
const tooManyFiles = { pointer: '#', detail: 'A bank takes 36 files a day. Release this run tomorrow.' }

export type BankFileRow = Readonly<{
  name: string
  mediaType: string
  content: Sealed
  sha256: string
  payments: number
  total: Money
}>

const insert: Statement = {
  name: 'payments.insert-bank-file',
  text: `insert into bank_files (organization_id, pay_run_id, name, media_type, content_sealed, sha256, payment_count,
      total_minor, currency, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
}

/** Once for each run: whoever comes second is refused by the key. */
export const insertBankFile = async (
  tx: Tx,
  file: BankFileRow,
  { payRunId, now }: Readonly<{ payRunId: PayRunId; now: Date }>,
): Promise<void> => {
  const { name, mediaType, content, sha256, payments, total } = file
  const controls = [sha256, payments, total.minor, total.currency, now]
  await tx
    .named(insert, [tx.organizationId, payRunId, name, mediaType, Sealed.textOf(content), ...controls])
    .catch(refusing('bank_files_pkey', alreadyBooked))
}

const read: Statement = {
  name: 'payments.bank-file',
  text: `select name, media_type as "mediaType", content_sealed as content, sha256 from bank_files
    where organization_id = $1 and pay_run_id = $2`,
}

export const bankFileOf = async (tx: Tx, payRunId: PayRunId) => {
  const [row] = await tx.named<{ name: string; mediaType: string; content: string; sha256: string }>(read, [
    tx.organizationId,
    payRunId,
  ])
  if (!row) throw noBankFile()
  return { ...row, content: new Sealed(row.content) }
}
