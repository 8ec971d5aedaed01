import type { z } from 'zod'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { money } from '#kernel/money.ts'
import { type AccountKind, type Entry, entry } from '#modules/payments/ledger.ts'
import { alreadyBooked } from '#modules/payments/problems.ts'
import type { Booking } from './booking.ts'
import { LedgerBalanceView, LedgerEntryView } from './contract.ts'

const post: Statement = {
  name: 'payments.post-entries',
  text: `with entries as (
      insert into ledger_entries (organization_id, id, kind, subject_id, reverses, booked_at)
      select $1, id, kind, "subjectId", reverses, $2
      from jsonb_to_recordset($3::jsonb) as e(id uuid, kind text, "subjectId" uuid, reverses uuid)
    )
    insert into ledger_postings
      (organization_id, entry_id, position, legal_entity_id, account_kind, owner_id, currency, amount_minor)
    select $1, e.id, p.position, p."legalEntityId", p.kind, p."ownerId", p.currency, p.minor
    from jsonb_to_recordset($3::jsonb) as e(id uuid, postings jsonb), jsonb_to_recordset(e.postings)
      as p(position integer, "legalEntityId" uuid, kind text, "ownerId" uuid, currency text, minor bigint)`,
}

/** Writes entries into the books, all or none. An effect that is there already is refused. */
export const postEntries = async (tx: Tx, bookings: readonly Booking[], bookedAt: Date): Promise<void> => {
  if (bookings.length === 0) return
  const rows = bookings.map(({ kind, subjectId, entry: { id, reverses, postings } }) => ({
    id,
    kind,
    subjectId,
    reverses: reverses ?? null,
    postings: postings.map(({ account, amount }, at) => ({ ...account, position: at + 1, minor: `${amount.minor}` })),
  }))
  await tx
    .named(post, [tx.organizationId, bookedAt, JSON.stringify(rows)])
    .catch(refusing('one_entry_per_effect', alreadyBooked))
}

const bookedEntry: Statement = {
  name: 'payments.booked-entry',
  text: `select p.entry_id as id, p.legal_entity_id as "legalEntityId", p.account_kind as kind, p.owner_id as "ownerId",
      p.currency, p.amount_minor as minor
    from ledger_entries e join ledger_postings p on p.organization_id = e.organization_id and p.entry_id = e.id
    where e.organization_id = $1 and e.kind = $2 and e.subject_id = $3 order by p.position`,
}

type PostingRow = Readonly<{
  id: string
  legalEntityId: string
  kind: AccountKind
  ownerId: string
  currency: string
  minor: bigint
}>

/** The entry that recorded an effect; undefined while there is none. */
export const entryFor = async (
  tx: Tx,
  { kind, subjectId }: Pick<Booking, 'kind' | 'subjectId'>,
): Promise<Entry | undefined> => {
  const rows = await tx.named<PostingRow>(bookedEntry, [tx.organizationId, kind, subjectId])
  const id = rows[0]?.id
  if (id === undefined) return undefined
  const postings = rows.map(({ minor, id: _, ...account }) => ({ account, amount: money(minor, account.currency) }))
  return entry(id, postings)
}

const entries: Statement = {
  name: 'payments.entries-page',
  text: `select e.id, json_build_object('id', e.id, 'kind', e.kind, 'subjectId', e.subject_id, 'subjectName', coalesce(
        (select i.number from invoices i where i.organization_id = e.organization_id and i.id = e.subject_id),
        (select t.reference from payments t where t.organization_id = e.organization_id and t.id = e.subject_id), ''),
      'reverses', e.reverses, 'bookedAt', utc_text(e.booked_at), 'postings', (
        select json_agg(json_build_object('legalEntityId', p.legal_entity_id, 'kind', p.account_kind,
          'ownerId', p.owner_id, 'ownerName', coalesce(c.display_name, l.name, ''),
          'amount', money_json(p.amount_minor, p.currency)) order by p.position)
        from ledger_postings p
        left join legal_entities l on l.organization_id = p.organization_id and l.id = p.owner_id
        left join contractors c on c.organization_id = p.organization_id and c.id = p.owner_id
        where p.organization_id = e.organization_id and p.entry_id = e.id)) as entry
    from ledger_entries e
    where e.organization_id = $1 and ($2::uuid is null or e.subject_id = $2) and ($7::uuid is null or e.id < $7)
      and (coalesce($3::uuid::text, $4, $5::uuid::text, $6) is null or exists (
        select from ledger_postings p
        where p.organization_id = e.organization_id and p.entry_id = e.id
          and ($3::uuid is null or p.legal_entity_id = $3) and ($4::text is null or p.account_kind = $4)
          and ($5::uuid is null or p.owner_id = $5) and ($6::text is null or p.currency = $6)))
    order by e.id desc limit $8`,
}

type Page = Readonly<{ after?: string | undefined; limit: number }>
type Account = Readonly<{
  legalEntityId?: string | undefined
  kind?: string | undefined
  ownerId?: string | undefined
  currency?: string | undefined
}>

export const entriesPage = async (
  tx: Tx,
  {
    subjectId,
    legalEntityId,
    kind,
    ownerId,
    currency,
    after,
    limit,
  }: Account & Page & { subjectId?: string | undefined },
) => {
  const given = [subjectId, legalEntityId, kind, ownerId, currency, keyOf(after, ['id'])?.[0]]
  const rows = await tx.named<{ id: string; entry: z.input<typeof LedgerEntryView> }>(entries, [
    tx.organizationId,
    ...given.map((value) => value ?? null),
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => LedgerEntryView.decode(row.entry)),
    next: last && rows.length > limit ? cursorOf([last.id]) : null,
  }
}

const balances: Statement = {
  name: 'payments.balances-page',
  text: `select b.account_kind as kind, b.owner_id as "ownerId", b.legal_entity_id as "legalEntityId", b.currency,
      json_build_object('legalEntityId', b.legal_entity_id, 'kind', b.account_kind, 'ownerId', b.owner_id,
        'ownerName', coalesce(c.display_name, l.name), 'balance', money_json(b.balance_minor, b.currency)) as balance
    from ledger_balances b
    join legal_entities l on l.organization_id = b.organization_id and l.id = b.legal_entity_id
    left join contractors c on c.organization_id = b.organization_id and c.id = b.owner_id
    where b.organization_id = $1 and ($2::uuid is null or b.legal_entity_id = $2)
      and ($3::text is null or b.account_kind = $3) and ($4::uuid is null or b.owner_id = $4)
      and ($5::text is null or (b.legal_entity_id, b.account_kind, b.owner_id, b.currency) > ($5::uuid, $6, $7::uuid, $8))
    order by b.legal_entity_id, b.account_kind, b.owner_id, b.currency limit $9`,
}

type BalanceRow = Readonly<{
  legalEntityId: string
  kind: string
  ownerId: string
  currency: string
  balance: z.input<typeof LedgerBalanceView>
}>

export const balancesPage = async (tx: Tx, { legalEntityId, kind, ownerId, after, limit }: Account & Page) => {
  const rows = await tx.named<BalanceRow>(balances, [
    tx.organizationId,
    legalEntityId ?? null,
    kind ?? null,
    ownerId ?? null,
    ...(keyOf(after, ['id', 'text', 'id', 'text']) ?? [null, null, null, null]),
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ balance }) => LedgerBalanceView.decode(balance)),
    next: last && rows.length > limit ? cursorOf([last.legalEntityId, last.kind, last.ownerId, last.currency]) : null,
  }
}
