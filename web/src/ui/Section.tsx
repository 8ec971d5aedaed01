import { Paper } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import './Section.css'

type SectionProps = Readonly<{
  title?: string
  description?: ReactNode
  /** At the right of the title: a button, a link to all of them. */
  actions?: ReactNode
  /** Rows and tables that bring their own padding. */
  flush?: boolean
  children: ReactNode
}>

/** A titled card. The one box everything on a page sits in. */
export const Section = ({ title, description, actions, flush = false, children }: SectionProps) => {
  const id = useId()
  return (
    <Paper component="section" className="Section" {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title === undefined ? null : (
        <div className="Section-head">
          <div>
            <h2 id={id}>{title}</h2>
            {description === undefined ? null : <p className="Section-description">{description}</p>}
          </div>
          {actions}
        </div>
      )}
      <div className={flush ? 'Section-flush' : 'Section-body'}>{children}</div>
    </Paper>
  )
}
