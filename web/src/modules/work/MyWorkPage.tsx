import { IconBriefcase } from '@tabler/icons-react'
import { type AssignmentRow, type AssignmentStatus, listMyAssignments } from '#modules/work/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { priceWords } from '#web/modules/work/priceWords.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** Offers to answer, work that goes on, work that is over. */
export const MyWorkPage = () => (
  <>
    <PageHeader title="Work" />
    <Group title="Offers" status={['offered']} isQuiet />
    <Group title="Going on" status={['accepted', 'active', 'paused']} />
    <Group title="Over" status={['completed', 'closed', 'declined', 'expired', 'cancelled']} isQuiet />
  </>
)

type GroupProps = Readonly<{
  title: string
  status: AssignmentStatus[]
  /** Says nothing while there is none. */
  isQuiet?: boolean
}>

const Group = ({ title, status, isQuiet = false }: GroupProps) => {
  const pages = usePages(listMyAssignments, { status, limit: 20 })
  if (isQuiet && pages.rows.length === 0 && !pages.problem) return null
  return (
    <Section title={title} flush>
      <PagedRows
        noun="assignments"
        pages={pages}
        row={(assignment) => <WorkRow key={assignment.id} assignment={assignment} />}
        empty={
          <EmptyState icon={IconBriefcase} title="No work goes on right now">
            Offers appear here, and you get a mail with each.
          </EmptyState>
        }
      />
    </Section>
  )
}

const WorkRow = ({ assignment }: Readonly<{ assignment: AssignmentRow }>) => {
  const { here } = useSession()
  const { id, title, projectName, status, answerBy } = assignment
  const isOffer = status === 'offered'
  return (
    <Row
      to={pathIn(here.slug, `portal/work/${id}`)}
      title={title}
      detail={
        isOffer ? (
          <>
            Answer by <DateText value={answerBy} />
          </>
        ) : (
          projectName
        )
      }
    >
      <RowEnd
        state={<StateBadge state={status} {...(isOffer ? { tone: 'waiting', label: 'Your answer' } : {})} />}
        figure={priceWords(assignment)}
      />
    </Row>
  )
}
