import { z } from 'zod'
import { Instant, PlainDate } from '#kernel/dates.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { Currency } from '#kernel/money.ts'
import type { InvoiceId } from '#modules/invoices/contract.ts'

/** What this module and the accounts say about an invoice that is to be paid. */
export const PaymentFacts = z.object({
  payable: z.object({ dueOn: PlainDate, runOn: PlainDate, openedAt: Instant, movedAt: Instant }).nullable(),
  hasBank: z.boolean(),
  legalEntityName: z.string(),
  account: z.object({ currency: Currency, last4: z.string(), since: Instant }).nullable(),
  /** The payment that came back from the very account that is used now, since somebody last confirmed it. */
  accountReturned: z.object({ at: Instant, reason: z.string() }).nullable(),
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
  text: `select json_build_object(
      'payable', case when p.id is not null then json_build_object('dueOn', p.due_on, 'runOn', p.run_on,
        'openedAt', utc_text(p.opened_at), 'movedAt', utc_text(p.moved_at)) end,
      'hasBank', l.bank_kind is not null, 'legalEntityName', l.name,
      'account', case when m.id is not null then json_build_object('currency', m.currency, 'last4', m.number_last4,
        'since', utc_text(m.moved_at)) end,
      'accountReturned', (
        select json_build_object('at', utc_text(r.moved_at), 'reason', r.reason) from payments r
        where r.organization_id = i.organization_id and r.payout_method_id = m.id and r.status = 'returned'
          and r.moved_at >= m.verified_at
        order by r.moved_at desc limit 1),
      'live', (
        select json_build_object('runId', run.id, 'runNumber', run.number, 'runStatus', run.status, 'payOn', run.pay_on,
          'preparedAt', utc_text(run.prepared_at), 'sentAt', utc_text(t.sent_at), 'settledOn', t.settled_on)
        from payment_lines line
        join payments t on t.organization_id = line.organization_id and t.id = line.payment_id
        join pay_runs run on run.organization_id = t.organization_id and run.id = t.pay_run_id
        where line.organization_id = p.organization_id and line.payable_id = p.id and line.is_live)
    ) as facts
    from invoices i
    join legal_entities l on l.organization_id = i.organization_id and l.id = i.legal_entity_id
    left join payables p on p.organization_id = i.organization_id and p.invoice_id = i.id
    left join payees y on y.organization_id = i.organization_id and y.contractor_id = i.contractor_id
    left join payout_methods m on m.organization_id = y.organization_id and m.payee_id = y.id and m.status = 'active'
    where i.organization_id = $1 and i.id = $2`,
}

export const paymentFactsOf = async (tx: Tx, invoiceId: InvoiceId): Promise<PaymentFacts> => {
  const [row] = await tx.named<{ facts: z.input<typeof PaymentFacts> }>(facts, [tx.organizationId, invoiceId])
  if (!row) throw new Error('An invoice that was just read is gone.')
  return PaymentFacts.decode(row.facts)
}
