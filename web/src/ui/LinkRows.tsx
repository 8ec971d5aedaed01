import type { ReactNode } from 'react'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'

/** Things to open, one below the other, inside a flush `Section`. */
export const LinkRows = ({ children }: Readonly<{ children: ReactNode }>) => <Rows>{children}</Rows>

type LinkRowProps = Readonly<{
  to: string
  title: ReactNode
  detail?: ReactNode
  state?: ReactNode
  figure?: ReactNode
}>

/** A `Row` that is a link, with its badge and its amount. */
export const LinkRow = ({ to, title, detail, state, figure }: LinkRowProps) => (
  <Row to={to} title={title} detail={detail}>
    <RowEnd state={state} figure={figure} />
  </Row>
)
