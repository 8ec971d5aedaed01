import { getRouteApi } from '@tanstack/react-router'
import { type AssignmentView, viewMyAssignment } from '#modules/work/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { MyAssignmentActions } from '#web/modules/work/MyAssignmentActions.tsx'
import { priceWords } from '#web/modules/work/priceWords.ts'
import { Blockers } from '#web/ui/Blockers.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { type Fact, FactList } from '#web/ui/FactList.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

const route = getRouteApi('/$organization/portal/work/$assignmentId')

/** One piece of the contractor’s work, or an offer of it: read it whole, then answer. */
export const MyAssignmentPage = () => {
  const { assignmentId } = route.useParams()
  const { here } = useSession()
  const { data, error, refetch } = useView(viewMyAssignment, { assignmentId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={5} label="Loading the work" shape="lines" />
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, 'portal/work'), label: 'Work' }}
        title={data.title}
        state={
          <StateBadge state={data.status} {...(data.can.answer ? { tone: 'waiting', label: 'Your answer' } : {})} />
        }
        subtitle={
          data.can.answer ? (
            <>
              {here.name} offers you this. Answer by <DateText value={data.answerBy} />.
            </>
          ) : data.status === 'accepted' ? (
            <>
              It begins on <DateText value={data.startsOn} />. From then on you write its invoices here.
            </>
          ) : (
            data.projectName
          )
        }
      />
      {data.reason === null ? null : (
        <Section title={data.status === 'declined' ? 'What you said' : `What ${here.name} said`}>
          <p className="Prose">{data.reason}</p>
        </Section>
      )}
      <Blockers title="Before you can start" blockers={data.blockers} />
      <Section title="Terms">
        <FactList facts={termsOf(data)} />
      </Section>
      {data.brief === '' ? null : (
        <Section title="Brief">
          <p className="Prose">{data.brief}</p>
        </Section>
      )}
      <MyAssignmentActions assignment={data} />
    </>
  )
}

const termsOf = (assignment: AssignmentView): readonly Fact[] => [
  { label: 'You get', value: <strong>{priceWords(assignment)}</strong> },
  ...(assignment.cap ? [{ label: 'At most', value: <MoneyText value={assignment.cap} /> }] : []),
  { label: 'First day', value: <DateText value={assignment.startsOn} /> },
  { label: 'Last day', value: <DateText value={assignment.endsOn} none="Open end" /> },
  { label: 'Project', value: assignment.projectName },
  { label: 'Paid by', value: assignment.legalEntityName },
]
