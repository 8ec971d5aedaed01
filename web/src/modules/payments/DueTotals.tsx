import type { PayableTotal } from '#modules/payments/contract.ts'
import { countOf } from '#web/lib/countOf.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { StatTile, StatTiles } from '#web/ui/StatTile.tsx'

type DueTotalsProps = Readonly<{ totals: readonly PayableTotal[]; by: string }>

/** What each legal entity owes: due and free, due and held back, and what comes later. */
export const DueTotals = ({ totals, by }: DueTotalsProps) =>
  totals.map(({ legalEntityId, legalEntityName, currency, due, held, later, nextDueOn }) => (
    <section key={`${legalEntityId} ${currency}`} aria-label={`${legalEntityName}, ${currency}`}>
      <StatTiles>
        <StatTile
          label={`${legalEntityName} · due ${by}`}
          value={<MoneyText value={due.total} />}
          detail={invoices(due.count)}
        />
        <StatTile
          label="Held back"
          value={<MoneyText value={held.total} />}
          detail={held.count === 0 ? 'Nothing is in the way' : invoices(held.count)}
          tone={held.count === 0 ? 'plain' : 'bad'}
        />
        <StatTile
          label="Later"
          value={<MoneyText value={later.total} />}
          detail={
            nextDueOn === null ? (
              invoices(later.count)
            ) : (
              <>
                {invoices(later.count)} · earliest due <DateText value={nextDueOn} />
              </>
            )
          }
        />
      </StatTiles>
    </section>
  ))

const invoices = (count: number): string => countOf(count, 'invoice')
