import { Skeleton, VisuallyHidden } from '@mantine/core'
import './SkeletonList.css'

type SkeletonListProps = Readonly<{
  rows: number
  /** What is being loaded, for those who hear the page: "Loading invoices". */
  label: string
  /** The shape of what comes: lines of text, rows with initials, or cards. */
  shape?: 'rows' | 'lines' | 'tiles'
}>

const widths = ['62%', '48%', '70%', '55%', '66%']

/** Grey shapes in the form of what is on its way. */
export const SkeletonList = ({ rows, label, shape = 'rows' }: SkeletonListProps) => (
  <div className="SkeletonList" data-shape={shape} role="status">
    <VisuallyHidden>{label}</VisuallyHidden>
    {Array.from({ length: rows }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never change place.
      <div className="SkeletonList-row" key={row} aria-hidden>
        {shape === 'rows' ? <Skeleton height={30} width={30} circle /> : null}
        <div className="SkeletonList-text">
          <Skeleton height={12} width={widths[row % widths.length] ?? '60%'} radius="xs" />
          {shape === 'lines' ? null : <Skeleton height={shape === 'tiles' ? 22 : 9} width="34%" radius="xs" />}
        </div>
      </div>
    ))}
  </div>
)
