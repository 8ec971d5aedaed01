import type { ReactNode } from 'react'
import './RowEnd.css'

type RowEndProps = Readonly<{
  /** A badge. */
  state?: ReactNode
  /** An amount or a price: at the far right, figures under figures; on a phone above the badge. */
  figure?: ReactNode
}>

/** What stands at the right of a `Row`. */
export const RowEnd = ({ state, figure }: RowEndProps) => (
  <span className="RowEnd">
    {state}
    {figure === undefined ? null : <span className="RowEnd-figure numbers">{figure}</span>}
  </span>
)
