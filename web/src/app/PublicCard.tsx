import { Paper } from '@mantine/core'
import type { ReactNode } from 'react'
import './PublicLayout.css'

type PublicCardProps = Readonly<{
  title: string
  intro?: ReactNode
  children: ReactNode
  /** Beneath the card: the way back, the other way in. */
  beneath?: ReactNode
}>

export const PublicCard = ({ title, intro, children, beneath }: PublicCardProps) => (
  <div className="Public-column">
    <title>{title}</title>
    <Paper className="Public-card">
      <h1>{title}</h1>
      {intro === undefined ? null : <p className="Public-intro">{intro}</p>}
      <div className="Public-body">{children}</div>
    </Paper>
    {beneath === undefined ? null : <div className="Public-beneath">{beneath}</div>}
  </div>
)
