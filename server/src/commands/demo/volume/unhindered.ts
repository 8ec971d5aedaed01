import pg from 'pg'
import * as tables from './volume-tables.ts'

/** What is looked at row by row otherwise, and is made up for in one go afterwards. */
const rowByRow: readonly (readonly [string, string])[] = [
  ['invoices', 'spend_of_new_invoices'],
  ['ledger_entries', 'every_entry_adds_up_to_zero'],
  ['ledger_postings', 'every_entry_adds_up_to_zero'],
  ['contractor_access', 'portal_access_changes_everywhere'],
]

type Definition = Readonly<{ drop: string; restore: string }>

const names = Object.values(tables).map(({ name }) => name)

const foreignKeys = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
  from pg_constraint where contype = 'f' and (conrelid = any ($1::regclass[]) or confrelid = any ($1::regclass[]))
  order by conname`

const indexes = `
  select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as restore
  from pg_index i
  where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  order by i.indexrelid::regclass::text`

/**
 * Of tables that are only written, the keys go too: rows do not come in the order of their ids, and once an index is larger
 * than the cache each row costs a page of the log. Other tables are asked on the way, and the chain for its last position.
 */
const onlyWritten: readonly string[] = [
  tables.journal,
  tables.journalSeals,
  tables.invoiceLines,
  tables.approvalDecisions,
  tables.ledgerEntries,
  tables.ledgerPostings,
].map(({ name }) => name)

const keys = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
  from pg_constraint
  where contype in ('p', 'u') and conrelid = any ($1::regclass[]) and conname <> 'journal_seals_pkey'
  order by conrelid::regclass::text, conname`

const unbalanced = `
  select count(*)::int as entries from (
    select from ledger_postings group by organization_id, entry_id, legal_entity_id, currency having sum(amount_minor) <> 0
    union all
    select from ledger_entries e where (
      select count(*) from ledger_postings p where p.organization_id = e.organization_id and p.entry_id = e.id) < 2
  ) as wrong`

/**
 * Millions of rows go in many times faster while indexes, keys and a few triggers are away. Afterwards each of
 * them is there again as it was, and PostgreSQL has looked at every row while it built it: a row that breaks a rule makes
 * it fail. Nobody else may be at work in the database meanwhile.
 */
export const unhindered = async <Result>(
  owner: pg.ClientConfig,
  work: () => Promise<Result>,
  makeUp: () => Promise<void>,
): Promise<Result> => {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const known: Definition[] = []
    const asked = [
      [foreignKeys, names],
      [indexes, names],
      [keys, onlyWritten],
    ] as const
    for (const [text, of] of asked) known.push(...(await client.query<Definition>(text, [of])).rows)
    for (const { drop } of known) await client.query(drop)
    await switchTriggers(client, 'disable')
    // A table that grows all the time would be cleaned all the time.
    for (const name of names) await client.query(`alter table ${name} set (autovacuum_enabled = off)`)
    const result = await work()
    await client.query(`set maintenance_work_mem = '256MB'`)
    for (const { restore } of known.toReversed()) await client.query(restore)
    await switchTriggers(client, 'enable')
    for (const name of names) await client.query(`alter table ${name} reset (autovacuum_enabled)`)
    const { rows } = await client.query<{ entries: number }>(unbalanced)
    if (rows[0]?.entries !== 0) throw new Error('An entry in the books of the volume does not add up to zero.')
    await makeUp()
    return result
  } finally {
    await client.end()
  }
}

const switchTriggers = async (client: pg.Client, how: 'enable' | 'disable'): Promise<void> => {
  for (const [table, trigger] of rowByRow) await client.query(`alter table ${table} ${how} trigger ${trigger}`)
}
