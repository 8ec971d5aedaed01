import { Anchor } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type AssignmentView, viewAssignment } from '#modules/work/contract.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { SubjectTimeline } from '#web/modules/audit/SubjectTimeline.tsx'
import { AssignmentActions } from '#web/modules/work/AssignmentActions.tsx'
import { ChangeTermsDrawer } from '#web/modules/work/ChangeTermsDrawer.tsx'
import { priceWords } from '#web/modules/work/priceWords.ts'
import { Apart } from '#web/ui/Apart.tsx'
import { Blockers } from '#web/ui/Blockers.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { DetailLayout } from '#web/ui/DetailLayout.tsx'
import { type Fact, FactList } from '#web/ui/FactList.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

const route = getRouteApi('/$organization/staff/assignments/$assignmentId')

/** One piece of work: its terms, what is in its way, and what happened. */
export const AssignmentPage = () => {
  const { organization, assignmentId } = route.useParams()
  const { data, error, refetch } = useView(viewAssignment, { assignmentId })
  const [isChanging, changing] = useDisclosure()
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={6} label="Loading the assignment" shape="lines" />
  return (
    <>
      <DetailLayout
        back={{ to: pathIn(organization, 'assignments'), label: 'Assignments' }}
        title={data.title}
        state={<StateBadge state={data.status} />}
        subtitle={<Apart names={[data.contractorName, data.projectName]} />}
        actions={<AssignmentActions assignment={data} onChange={changing.open} />}
        blockers={
          <>
            <ReasonGiven assignment={data} />
            <Blockers title="Before this work can start" blockers={data.blockers} />
          </>
        }
        tabs={[
          {
            id: 'terms',
            label: 'Terms',
            content: (
              <>
                <Section title="Terms">
                  <FactList facts={termsOf(data)} />
                </Section>
                <Section title="Brief">
                  {data.brief === '' ? 'Nothing is written here yet.' : <p className="Prose">{data.brief}</p>}
                </Section>
              </>
            ),
          },
        ]}
        rail={
          <>
            <Section title="On file">
              <FactList facts={placeOf(data, organization)} />
            </Section>
            <SubjectTimeline subjectId={data.id} />
          </>
        }
      />
      {data.can.change ? <ChangeTermsDrawer assignment={data} opened={isChanging} onClose={changing.close} /> : null}
    </>
  )
}

const titles: Readonly<Partial<Record<AssignmentView['status'], string>>> = {
  declined: 'Why it was declined',
  paused: 'Why it is paused',
  cancelled: 'Why it was cancelled',
}

const ReasonGiven = ({ assignment: { status, reason } }: Readonly<{ assignment: AssignmentView }>) => {
  const title = titles[status]
  return title === undefined || reason === null ? null : (
    <Section title={title}>
      <p className="Prose">{reason}</p>
    </Section>
  )
}

const termsOf = (assignment: AssignmentView): readonly Fact[] => [
  { label: 'Price', value: priceWords(assignment) },
  ...(assignment.cap ? [{ label: 'At most', value: <MoneyText value={assignment.cap} /> }] : []),
  { label: 'First day', value: <DateText value={assignment.startsOn} /> },
  { label: 'Last day', value: <DateText value={assignment.endsOn} none="Open end" /> },
  { label: 'Answer by', value: <DateText value={assignment.answerBy} /> },
]

const placeOf = (assignment: AssignmentView, organization: string): readonly Fact[] => {
  const linked = (path: string, label: string) => (
    <Anchor component={Link} to={pathIn(organization, path)} inherit>
      {label}
    </Anchor>
  )
  return [
    { label: 'Contractor', value: linked(`contractors/${assignment.contractorId}`, assignment.contractorName) },
    { label: 'Project', value: linked(`projects/${assignment.projectId}`, assignment.projectName) },
    { label: 'Department', value: assignment.departmentName },
    { label: 'Paid by', value: assignment.legalEntityName },
    { label: 'Offered', value: <DateText value={assignment.offeredAt} /> },
    { label: 'Answered', value: <DateText value={assignment.answeredAt} /> },
  ]
}
