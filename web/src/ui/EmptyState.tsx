import type { ComponentType, ReactNode } from 'react'
import './EmptyState.css'

type EmptyStateProps = Readonly<{
  icon: ComponentType<{ size?: number; stroke?: number }>
  /** What belongs here: "Invoices arrive here". */
  title: string
  children?: ReactNode
  /** The one button that starts it. */
  action?: ReactNode
}>

export const EmptyState = ({ icon: Icon, title, children, action }: EmptyStateProps) => (
  <div className="EmptyState">
    <span className="EmptyState-icon" aria-hidden>
      <Icon size={22} stroke={1.6} />
    </span>
    <p className="EmptyState-title">{title}</p>
    {children === undefined ? null : <div className="EmptyState-words">{children}</div>}
    {action === undefined ? null : <div className="EmptyState-action">{action}</div>}
  </div>
)
