import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './Rows.css'

/** A short list of things with their buttons, inside a flush `Section`. Long ones are a `DataTable`. */
export const Rows = ({ children }: Readonly<{ children: ReactNode }>) => <ul className="Rows">{children}</ul>

type RowProps = Readonly<{
  title: ReactNode
  detail?: ReactNode
  /** Where the row leads. */
  to?: string
  /** At the right: a badge, buttons. */
  children?: ReactNode
}>

export const Row = ({ title, detail, to, children }: RowProps) => (
  <li className="Rows-row">
    <span className="Rows-words">
      <strong>
        {to === undefined ? (
          title
        ) : (
          <Link to={to} className="Rows-link">
            {title}
          </Link>
        )}
      </strong>
      {detail === undefined ? null : <span>{detail}</span>}
    </span>
    {children}
    {to === undefined ? null : <IconChevronRight size={16} stroke={1.7} aria-hidden className="Rows-arrow" />}
  </li>
)
