import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './StatTile.css'

type StatTileProps = Readonly<{
  label: string
  /** The figure: a count, a `MoneyText`. */
  value: ReactNode
  /** What it means: the change since last month, the money at stake. */
  detail?: ReactNode
  tone?: 'plain' | 'good' | 'bad'
  /** The rows behind the number. */
  to?: string
  children?: ReactNode
}>

/** One number that opens its rows. */
export const StatTile = ({ label, value, detail, tone = 'plain', to, children }: StatTileProps) => {
  const body = (
    <>
      <span className="StatTile-label">{label}</span>
      <span className="StatTile-value numbers">{value}</span>
      {detail === undefined ? null : (
        <span className="StatTile-detail" data-tone={tone}>
          {detail}
        </span>
      )}
      {children}
    </>
  )
  return to === undefined ? (
    <div className="StatTile">{body}</div>
  ) : (
    <Link to={to} className="StatTile">
      {body}
    </Link>
  )
}

/** Tiles side by side, as many as fit. */
export const StatTiles = ({ children }: Readonly<{ children: ReactNode }>) => (
  <div className="StatTiles">{children}</div>
)
