import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import { InvoiceId } from '#modules/invoices/contract.ts'
import { contentHashOf, invoicesOf } from '#modules/invoices/index.ts'
import type { Scene } from './bench-scene.ts'

const waiting = `status = 'submitted' and submitted_by <> $1 and drafted_by <> $1
  and not exists (select from approval_decisions d where d.organization_id = i.organization_id and d.subject_id = i.id)`

/** Invoices that this approver may approve: those that wait anyway, and as many copies of them as are needed. */
export const waitingInvoices = async (scene: Scene, count: number) => {
  const read = () =>
    scene.sql(
      `select id, version from invoices i where ${waiting} order by md5(id::text) limit $2`,
      scene.approver.actor.personId,
      count,
    )
  const there = await read()
  if (there.length === 0) throw new Error('No invoice among the data waits for approval.')
  if (there.length < count) await copyEach(scene, Math.ceil(count / there.length) - 1)
  return read()
}

/** The id of a copy, told by that of the original; a UUID as Muster's own are. */
const copyId = (original: string) =>
  `overlay(overlay(md5(${original}::text || n) placing '7' from 13) placing '8' from 17)::uuid`

/** Copies with other ids and numbers, bound to their own content as the original is to its. */
const copyEach = async (scene: Scene, times: number): Promise<void> => {
  const { sql, approver, organizationId, runtime } = scene
  const originals = await sql(`select id from invoices i where ${waiting}`, approver.actor.personId)
  const ids = originals.map(({ id }) => String(id))
  await sql(
    `insert into invoices select r.* from invoices i, generate_series(1, $2::int) as n,
       lateral jsonb_populate_record(i, jsonb_build_object('id', ${copyId('i.id')}, 'number', 'BENCH-' || n || '-' || i.number,
         'number_key', 'bench ' || n || ' ' || i.number_key)) as r
     where i.id = any ($1)`,
    ids,
    times,
  )
  await sql(
    `insert into invoice_lines select r.* from invoice_lines l, generate_series(1, $2::int) as n,
       lateral jsonb_populate_record(l, jsonb_build_object('invoice_id', ${copyId('l.invoice_id')})) as r
     where l.invoice_id = any ($1)`,
    ids,
    times,
  )
  const copies = await sql(`select id from invoices where number like 'BENCH-%' and status = 'submitted'`)
  const made = await transaction(runtime.db, { ...machine(organizationId), readOnly: true }, (tx) =>
    invoicesOf(
      tx,
      copies.map(({ id }) => InvoiceId.parse(id)),
    ),
  )
  const hashes = [...made.values()].map((invoice) => ({ id: invoice.id, hash: contentHashOf(invoice) }))
  await sql(
    `update invoices i set content_hash = decode(h.hash, 'hex')
     from jsonb_to_recordset($1::jsonb) as h(id uuid, hash text) where i.organization_id = $2 and i.id = h.id`,
    JSON.stringify(hashes),
    organizationId,
  )
}
