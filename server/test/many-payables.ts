import { money } from '#kernel/money.ts'
import { Sealed } from '#kernel/secrets.ts'
import { InvoiceId } from '#modules/invoices/contract.ts'
import { contentHashOf, invoiceOf } from '#modules/invoices/index.ts'
import { LedgerEntryId } from '#modules/payments/ids.ts'
import { postEntries } from '#modules/payments/ledger/store.ts'
import { invoiceApproved } from '#modules/payments/ledger.ts'
import { allDue, hired, owed, type Payer, payer } from './payments-world.ts'
import type { World } from './world.ts'

const made = (letter: string) => `('0199${letter}000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`

/** A copy of each row of a table whose column has this value, n times, with other ids. */
const copies = (table: string, { where, changes }: Readonly<{ where: string; changes: string }>): string => {
  const columns = (each: string) => `(select string_agg(${each}, ', ' order by ordinal_position)
    from information_schema.columns
    where table_schema = 'public' and table_name = '${table}' and is_generated = 'NEVER')`
  return `do $do$ begin execute format($f$ insert into ${table} (%1$s) select %2$s
      from ${table} t, generate_series(1, :count) as n,
        lateral jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changes})) as r
      where t.${where} $f$, ${columns('quote_ident(column_name)')}, ${columns(`'r.' || quote_ident(column_name)`)});
    end $do$`
}

/** Thousands of payees with one approved invoice each, copied from one that went through the commands. */
export const manyOwed = async (w: World, count: number): Promise<Payer> => {
  const northwind = await payer(w)
  const { contractorId } = await hired(w, northwind).then(async (person) => {
    await owed(w, person)
    return person
  })
  await allDue(w)
  const [payee] = await w.sql('select id from payees where contractor_id = $1', [contractorId])
  const [invoice] = await w.sql('select id from invoices where contractor_id = $1', [contractorId])
  const owns = `contractor_id = '${contractorId}'`
  const all: readonly (readonly [string, string, string])[] = [
    [
      'contractors',
      `id = '${contractorId}'`,
      `'id', ${made('a')}, 'email', n || '@many.example', 'display_name', 'Payee ' || n`,
    ],
    ['payees', owns, `'id', ${made('b')}, 'contractor_id', ${made('a')}`],
    ['payout_methods', `payee_id = '${payee.id}'`, `'id', ${made('c')}, 'payee_id', ${made('b')}`],
    ['tax_forms', owns, `'id', ${made('d')}, 'contractor_id', ${made('a')}`],
    ['invoices', owns, `'id', ${made('e')}, 'contractor_id', ${made('a')}, 'number_key', 'many' || n`],
    ['invoice_lines', `invoice_id = '${invoice.id}'`, `'invoice_id', ${made('e')}`],
    ['payables', owns, `'id', ${made('f')}, 'contractor_id', ${made('a')}, 'invoice_id', ${made('e')}`],
  ]
  for (const [table, where, changes] of all)
    await w.sql(copies(table, { where, changes }).replaceAll(':count', String(count)))
  for (const [table] of all) await w.sql(`analyze ${table}`)
  return northwind
}

/** Gives each copy an account number of its own and the hash of its own content, so that it can be locked and released. */
export const payableForReal = async (w: World, { legalEntityId }: Payer): Promise<void> => {
  const methods = await w.sql(`select id from payout_methods where id::text like '0199c%'`)
  const rows = methods.map(({ id }, at) => {
    const place = { organizationId: w.northwind, table: 'payout_methods', column: 'number_sealed', rowId: id }
    return { id, sealed: Sealed.textOf(w.runtime.outside.secrets.seal(place, String(10_000_000 + at))) }
  })
  await w.sql(
    `update payout_methods m set number_sealed = s.sealed from jsonb_to_recordset($1::jsonb) as s(id uuid, sealed text)
     where m.id = s.id`,
    [JSON.stringify(rows)],
  )
  const payables = await w.sql(`select invoice_id, contractor_id from payables where id::text like '0199f%'`)
  const hashes = await w.work(w.member(), async ({ tx, now, newId }) => {
    const bookings = payables.map(({ invoice_id, contractor_id }) => {
      const act = { legalEntityId, payeeId: contractor_id, amount: money(125_000n, 'USD') }
      const entry = invoiceApproved({ ...act, id: newId(LedgerEntryId) })
      return { kind: 'invoice_approved', subjectId: invoice_id, entry } as const
    })
    await postEntries(tx, bookings, now)
    const invoices = payables.map(async ({ invoice_id }) => invoiceOf(tx, InvoiceId.parse(invoice_id)))
    return (await Promise.all(invoices)).map((invoice) => ({ id: invoice.id, hash: contentHashOf(invoice) }))
  })
  for (const [table, column] of [
    ['invoices', 'id'],
    ['payables', 'invoice_id'],
  ] as const)
    await w.sql(
      `update ${table} t set content_hash = decode(h.hash, 'hex') from jsonb_to_recordset($1::jsonb) as h(id uuid, hash text)
       where t.${column} = h.id`,
      [JSON.stringify(hashes)],
    )
}
