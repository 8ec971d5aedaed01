import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from './world.ts'

/**
 * A unique constraint is a rule: whoever meets it is told which. Primary keys on an id made by us are met by nobody; what
 * else has no refusal stands here with its reason, and is answered as a conflict by the pipeline.
 */
const lookedAt = 'Looked for before: whoever meets it is tried again, and then finds what the other left.'
const ownRows = 'Rows of a parent that is new or locked, numbered by us in the same statement.'
const onConflict = 'Written with "on conflict".'
const ofTheMachine = 'Written by the kernel or a migration, never by what somebody sends.'
const withoutRefusal: Readonly<Record<string, string>> = {
  a_payable_is_paid_whole: 'What a foreign key refers to: the id in it is unique already.',
  address_follows_pkey: onConflict,
  agreement_template_versions_pkey: lookedAt,
  approval_limit_holders_pkey: onConflict,
  approval_limits_pkey: ownRows,
  approval_thresholds_pkey: ownRows,
  bank_file_counters_pkey: onConflict,
  contractor_access_pkey: onConflict,
  contractor_addresses_pkey: 'Kept by a trigger on the contractor, whose row is locked.',
  idempotency_keys_pkey: 'A lock on the key is waited for before.',
  invoice_lines_pkey: ownRows,
  journal_seals_pkey: ofTheMachine,
  ledger_postings_pkey: ownRows,
  legal_transitions_pkey: ofTheMachine,
  onboarding_flow_versions_pkey: lookedAt,
  one_active_payout_method: lookedAt,
  one_contractor_each: onConflict,
  one_current_tax_form: lookedAt,
  one_delivery_per_item: ofTheMachine,
  one_delivery_per_reaction: ofTheMachine,
  one_live_payment_per_payable: lookedAt,
  one_number_per_run: 'Numbered by a counter that is locked.',
  one_payee_per_contractor: lookedAt,
  one_payment_per_payee_and_run: ownRows,
  one_reference_per_payment: 'Made of chance by us.',
  one_stage_in_a_place: ownRows,
  organization_slugs_organization_id_key: 'An organization is founded with one.',
  organizations_pkey: 'Founded under an id made by us.',
  pay_run_counters_pkey: onConflict,
  pay_run_left_out_pkey: ownRows,
  payment_lines_pkey: ownRows,
  reveal_counts_pkey: onConflict,
  schema_migrations_pkey: ofTheMachine,
  sealed_once: ofTheMachine,
  sealing_certificates_pkey: onConflict,
  skills_pkey: onConflict,
  spend_by_contractor_pkey: onConflict,
  spend_by_month_pkey: onConflict,
}

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const source = join(import.meta.dirname, '../src')
const refused = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(/refusing\(\s*'(\w+)'/g)])
    .map(([, name = '']) => name),
)

/** Every unique index but primary keys that end with an id of the row’s own. */
const uniqueIndexes = async () =>
  (
    await w.sql(`select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and i.indisunique and not (i.indisprimary and exists (
        select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'id'
          and a.attnum = i.indkey[i.indnkeyatts - 1]))`)
  ).map(({ name }) => name as string)

test('every unique constraint has a refusal of its own, or stands on the list with its reason', async () => {
  const known = new Set([...refused, ...Object.keys(withoutRefusal)])

  expect((await uniqueIndexes()).filter((name) => !known.has(name)).sort()).toEqual([])
})

test('nothing stands on the list that is gone or has its refusal by now', async () => {
  const there = new Set(await uniqueIndexes())

  expect(Object.keys(withoutRefusal).filter((name) => !there.has(name) || refused.has(name))).toEqual([])
})
