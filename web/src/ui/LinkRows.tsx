import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './LinkRows.css'

/** Things to open, one below the other, inside a flush `Section`. Long lists are a `DataTable`. */
export const LinkRows = ({ children }: Readonly<{ children: ReactNode }>) => <ul className="LinkRows">{children}</ul>

type LinkRowProps = Readonly<{
  to: string
  title: ReactNode
  detail?: ReactNode
  /** At the right: a badge. */
  state?: ReactNode
  /** At the far right: an amount. */
  figure?: ReactNode
}>

/** The whole row is the link. */
export const LinkRow = ({ to, title, detail, state, figure }: LinkRowProps) => (
  <li>
    <Link to={to} className="LinkRows-row">
      <span className="LinkRows-words">
        <strong>{title}</strong>
        {detail === undefined ? null : <span>{detail}</span>}
      </span>
      <span className="LinkRows-end">
        {state}
        {figure === undefined ? null : <span className="LinkRows-figure numbers">{figure}</span>}
      </span>
    </Link>
  </li>
)
