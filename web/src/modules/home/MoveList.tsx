import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import type { PortalMove } from '#web/modules/home/portalMove.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'

/** What waits, each with its day. */
export const MoveList = ({ moves }: Readonly<{ moves: readonly PortalMove[] }>) => {
  const { here } = useSession()
  return (
    <Rows>
      {moves.map((move) => (
        <Row key={move.id} to={pathIn(here.slug, move.path)} title={move.title} detail={move.detail}>
          <RowEnd figure={<When move={move} />} />
        </Row>
      ))}
    </Rows>
  )
}

const When = ({ move: { by, since, whose } }: Readonly<{ move: PortalMove }>) => {
  if (by !== null) {
    return (
      <>
        {whose === 'yours' ? 'by ' : ''}
        <DateText value={by} />
      </>
    )
  }
  return since === null ? null : (
    <>
      since <DateText value={since} />
    </>
  )
}
