import type { Blocker } from '#kernel/blocker.ts'
import { Instant, PlainDate } from '#kernel/dates.ts'
import type { Tx } from '#kernel/db.ts'
import { blockerFrom, type HoldSources, holdStatement, reasons } from './hold-sources.ts'

const statement = holdStatement(
  'payments.holds-of',
  (sources) => `with asked as (
      select id as invoice_id, contractor_id, engagement_id from invoices where organization_id = $1 and id = any ($2)
    )
    select invoice_id as "invoiceId", contractor_id as "contractorId", code, utc_text(since) as since, by_day as by, detail
    from (${reasons(sources)}) as reasons order by place, since, code`,
)

type Row = Readonly<{
  invoiceId: string
  contractorId: string
  code: string
  since: string
  by: string | null
  detail: unknown
}>

/** What holds each of these invoices, in words. One that nothing holds is not in the answer. */
export const holdsOf = async (
  tx: Tx,
  sources: HoldSources,
  invoiceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Blocker[]>> => {
  const rows = await tx.named<Row>(statement(sources), [tx.organizationId, invoiceIds])
  const told = rows.map(({ invoiceId, since, by, ...held }) => ({
    invoiceId,
    blocker: blockerFrom(sources, {
      ...held,
      since: Instant.decode(since),
      by: by === null ? null : PlainDate.parse(by),
    }),
  }))
  const byInvoice = Map.groupBy(told, ({ invoiceId }) => invoiceId)
  return new Map([...byInvoice].map(([id, found]) => [id, found.map(({ blocker }) => blocker)]))
}
