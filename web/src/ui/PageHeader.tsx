import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './PageHeader.css'

type PageHeaderProps = Readonly<{
  title: string
  /** Beside the title: its `StateBadge`. */
  state?: ReactNode
  /** One line under the title: a count, whose it is, since when. */
  subtitle?: ReactNode
  /** Before the title: initials, a logo. */
  figure?: ReactNode
  back?: Readonly<{ to: string; label: string }>
  /** Buttons; the one primary action last. */
  actions?: ReactNode
}>

export const PageHeader = ({ title, state, subtitle, figure, back, actions }: PageHeaderProps) => (
  <header className="PageHeader">
    {back ? (
      <Link to={back.to} className="PageHeader-back">
        <IconArrowLeft size={14} aria-hidden />
        {back.label}
      </Link>
    ) : null}
    <div className="PageHeader-row">
      {figure}
      <div className="PageHeader-words">
        <div className="PageHeader-title">
          <h1>{title}</h1>
          {state}
        </div>
        {subtitle === undefined ? null : <div className="PageHeader-subtitle">{subtitle}</div>}
      </div>
      {actions === undefined ? null : <div className="PageHeader-actions">{actions}</div>}
    </div>
  </header>
)
