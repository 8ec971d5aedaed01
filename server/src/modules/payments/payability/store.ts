import { z } from 'zod'
import { Instant, PlainDate } from '#kernel/dates.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import type { InvoiceId } from '#modules/invoices/contract.ts'

/** What this module and the accounts say about an invoice that is to be paid. */
export const PaymentFacts = z.object({
  payable: z.object({ dueOn: PlainDate, runOn: PlainDate, openedAt: Instant, movedAt: Instant }).nullable(),
  /** The payment that is under way or done. */
  live: z
    .object({
      runId: z.uuid(),
      runNumber: z.int(),
      runStatus: z.string(),
      payOn: PlainDate,
      preparedAt: Instant,
      sentAt: Instant.nullable(),
      settledOn: PlainDate.nullable(),
    })
    .nullable(),
})
export type PaymentFacts = z.output<typeof PaymentFacts>

const facts: Statement = {
  name: 'payments.facts',
  text: `select i.id, json_build_object(
      'payable', case when p.id is not null then json_build_object('dueOn', p.due_on, 'runOn', p.run_on,
        'openedAt', utc_text(p.opened_at), 'movedAt', utc_text(p.moved_at)) end,
      'live', (
        select json_build_object('runId', run.id, 'runNumber', run.number, 'runStatus', run.status, 'payOn', run.pay_on,
          'preparedAt', utc_text(run.prepared_at), 'sentAt', utc_text(t.sent_at), 'settledOn', t.settled_on)
        from payment_lines line
        join payments t on t.organization_id = line.organization_id and t.id = line.payment_id
        join pay_runs run on run.organization_id = t.organization_id and run.id = t.pay_run_id
        where line.organization_id = p.organization_id and line.payable_id = p.id and line.is_live)
    ) as facts
    from invoices i
    left join payables p on p.organization_id = i.organization_id and p.invoice_id = i.id
    where i.organization_id = $1 and i.id = any ($2)`,
}

export const paymentFactsOfMany = async (
  tx: Tx,
  invoiceIds: readonly InvoiceId[],
): Promise<ReadonlyMap<string, PaymentFacts>> => {
  type Row = Readonly<{ id: string; facts: z.input<typeof PaymentFacts> }>
  const rows = await tx.named<Row>(facts, [tx.organizationId, invoiceIds])
  return new Map(rows.map((row) => [row.id, PaymentFacts.decode(row.facts)]))
}

export const paymentFactsOf = async (tx: Tx, invoiceId: InvoiceId): Promise<PaymentFacts> => {
  const found = (await paymentFactsOfMany(tx, [invoiceId])).get(invoiceId)
  if (!found) throw new Error('An invoice that was just read is gone.')
  return found
}
