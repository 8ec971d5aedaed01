import type { Acknowledged } from './caller.ts'
import type { Install } from './install.ts'

/** Each look answers with the rows that may not be there, and says what each of them would mean. */
const looks: readonly Readonly<{ text: string; means: string }>[] = [
  {
    means: 'An invoice stands in two payments that are under way or done.',
    text: `select l.payable_id from payment_lines l
      join payments t on t.organization_id = l.organization_id and t.id = l.payment_id
      where t.status in ('prepared', 'sent', 'settled') group by 1 having count(*) > 1`,
  },
  {
    means: 'An invoice was sent to the bank more often than it came back, and once more.',
    text: `select l.payable_id from payment_lines l
      join payments t on t.organization_id = l.organization_id and t.id = l.payment_id
      where t.sent_at is not null group by 1
      having count(*) - count(*) filter (where t.status = 'returned') > 1`,
  },
  {
    means: 'The books of a legal entity do not add up to zero.',
    text: `select legal_entity_id, currency from ledger_postings group by 1, 2 having sum(amount_minor) <> 0`,
  },
  {
    means: 'The balance kept of an account is not the sum of its entries.',
    text: `select k.* from ledger_balances k full join (
        select organization_id, legal_entity_id, account_kind, owner_id, currency, sum(amount_minor) as minor
        from ledger_postings group by 1, 2, 3, 4, 5) as s
      using (organization_id, legal_entity_id, account_kind, owner_id, currency)
      where k.balance_minor is distinct from s.minor`,
  },
  {
    means: 'What the books owe a contractor is not what is open and in a run.',
    text: `select owner_id from (
        select owner_id, sum(amount_minor) as minor from ledger_postings where account_kind = 'payable' group by 1
        union all
        select contractor_id, sum(amount_minor) from payables where status in ('open', 'in_run') group by 1) as two_sides
      group by 1 having sum(minor) <> 0`,
  },
  {
    means: 'What the books have on its way is not what was sent and has not arrived.',
    text: `select from (
        select sum(amount_minor) as minor from ledger_postings where account_kind = 'clearing'
        union all select sum(amount_minor) from payments where status = 'sent') as two_sides
      having coalesce(sum(minor), 0) <> 0`,
  },
  {
    means: 'An approved invoice is not owed exactly once and whole, or one that is not approved is owed.',
    text: `select i.id from invoices i left join payables p on p.organization_id = i.organization_id and p.invoice_id = i.id
      group by i.organization_id, i.id
      having count(p.id) <> (i.approved_at is not null)::int or bool_or(p.amount_minor <> i.total_minor)`,
  },
  {
    means: 'A payment is not what its invoices come to.',
    text: `select t.id from payments t join payment_lines l on l.organization_id = t.organization_id and l.payment_id = t.id
      where t.status <> 'removed' group by t.organization_id, t.id having sum(l.amount_minor) <> t.amount_minor`,
  },
  {
    means: 'Something that follows from a fact was given up, or is still to be done.',
    text: 'select id, reaction, last_error from deliveries',
  },
]

export const moneyFaults = async ({ sql }: Pick<Install, 'sql'>): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const { text, means } of looks) {
    const rows = await sql(text)
    if (rows.length > 0) faults.push(`${means} ${rows.length} times, such as ${JSON.stringify(rows[0])}.`)
  }
  return faults
}

/** Of every kind of act here at most one can succeed on one version of one thing, whoever asks and however often. */
export const doneTwice = (acknowledged: readonly Acknowledged[]): readonly string[] => {
  const winners = new Map<string, Set<string>>()
  for (const { endpoint, input, key = '' } of acknowledged) {
    // A run can be prepared again at once when there is something new to pay; a file may be taken as often as one likes.
    if (['payments.prepare-run', 'payments.download-bank-file'].includes(endpoint.name)) continue
    const act = `${endpoint.name} ${JSON.stringify(input)}`
    winners.set(act, (winners.get(act) ?? new Set()).add(key))
  }
  return [...winners]
    .filter(([, keys]) => keys.size > 1)
    .map(([act, keys]) => `${act} succeeded under ${keys.size} keys.`)
}

/** One key, one answer, byte for byte. */
export const answersDiffer = (acknowledged: readonly Acknowledged[]): readonly string[] => {
  const said = new Map<string, string>()
  return acknowledged.flatMap(({ by, key = '', text }) => {
    const place = `${by.email} ${key}`
    const before = said.get(place) ?? text
    said.set(place, before)
    return before === text ? [] : [`The key ${key} was answered in two ways.`]
  })
}

/** What was acknowledged is in the journal: who asked for it, by which command, about which thing. */
export const missingFromJournal = async (
  { sql }: Pick<Install, 'sql'>,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> => {
  const told = acknowledged.map(({ endpoint, text, input }) => {
    const id = (JSON.parse(text) as { id?: string }).id ?? Object.values(input)[0]
    return { command: endpoint.name, id }
  })
  const rows = await sql<{ command: string; id: string }>(
    `select distinct told.command, told.id from jsonb_to_recordset($1::jsonb) as told(command text, id uuid)
      where not exists (select from journal j where j.command = told.command and j.subjects @> array[told.id])`,
    [JSON.stringify(told)],
  )
  return rows.map(({ command, id }) => `${command} of ${id} was acknowledged and is not in the journal.`)
}
