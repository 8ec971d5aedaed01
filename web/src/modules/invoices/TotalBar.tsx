import type { ReactNode } from 'react'
import { add, type Money, zero } from '#kernel/money.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import type { TypedTotals } from '#web/modules/invoices/typedTotals.ts'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import './TotalBar.css'

type TotalBarProps = Readonly<{
  totals: TypedTotals | undefined
  adjustment?: Money | undefined
  children: ReactNode
}>

/** The total and the way on, always in sight. Without a readable sum there is a dash, never a guess. */
export const TotalBar = ({ totals, adjustment, children }: TotalBarProps) => (
  <div className="TotalBar">
    <div className="TotalBar-words" role="status">
      <span className="TotalBar-label">
        Total{totals && totals.tax.minor !== 0n ? `, with ${formatMoney(totals.tax)} tax` : ''}
        {adjustment && adjustment.minor !== 0n ? `, ${formatMoney(adjustment)} paid before or rounded` : ''}
      </span>
      <MoneyText
        value={totals ? add(totals.total, adjustment ?? zero(totals.total.currency)) : null}
        className="TotalBar-figure numbers"
      />
    </div>
    {children}
  </div>
)
