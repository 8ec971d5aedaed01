import { Button } from '@mantine/core'
import { getRouteApi, Link, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { type OnboardingView, viewOnboarding } from '#modules/onboarding/contract.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { SubjectTimeline } from '#web/modules/audit/SubjectTimeline.tsx'
import { OnboardingActions } from '#web/modules/onboarding/OnboardingActions.tsx'
import { StageReview } from '#web/modules/onboarding/StageReview.tsx'
import { Blockers } from '#web/ui/Blockers.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { DetailLayout } from '#web/ui/DetailLayout.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { Initials } from '#web/ui/PersonName.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

const route = getRouteApi('/$organization/staff/onboardings/$onboardingId')

/** One onboarding: each step with what was handed in, and the decision on it. */
export const OnboardingPage = () => {
  const { onboardingId } = route.useParams()
  const { data, error, refetch } = useView(viewOnboarding, { onboardingId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={6} label="Loading the onboarding" shape="lines" />
  return <Onboarding onboarding={data} />
}

const Onboarding = ({ onboarding }: Readonly<{ onboarding: OnboardingView }>) => {
  const { organization } = route.useParams()
  // A blocker leads to the stage that clears it.
  const { stage: named }: Readonly<{ stage?: unknown }> = useSearch({ strict: false })
  const { contractorId, contractorName, status, legalEntityName, startsOn, stages, blockers } = onboarding
  return (
    <DetailLayout
      back={{ to: pathIn(organization, 'onboardings'), label: 'Onboarding' }}
      figure={<Initials name={contractorName} size="lg" />}
      title={contractorName}
      state={<StateBadge state={status} />}
      subtitle={
        <>
          For {legalEntityName}, to start on <DateText value={startsOn} />
        </>
      }
      actions={
        <>
          <Button variant="default" component={Link} to={pathIn(organization, `contractors/${contractorId}`)}>
            The contractor
          </Button>
          <OnboardingActions onboarding={onboarding} />
        </>
      }
      blockers={<Blockers title="Before work may start" blockers={blockers} names={{ contractor: contractorName }} />}
      tabs={[
        {
          id: 'steps',
          label: 'Steps',
          content: stages.map((stage) => (
            <Led key={stage.id} here={stage.id === named}>
              <StageReview stage={stage} contractorId={contractorId} />
            </Led>
          )),
        },
      ]}
      rail={
        <>
          <Facts onboarding={onboarding} />
          <SubjectTimeline subjectId={onboarding.id} />
        </>
      }
    />
  )
}

const Led = ({ here, children }: Readonly<{ here: boolean; children: ReactNode }>) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (here) place.current?.scrollIntoView({ block: 'center' })
  }, [here])
  return <div ref={place}>{children}</div>
}

const Facts = ({ onboarding }: Readonly<{ onboarding: OnboardingView }>) => {
  const { email, invitedByName, invitedAt, expiresAt, acceptedAt, completedAt, flowName, message, reason } =
    onboarding
  return (
    <Section title="Invitation">
      <FactList
        facts={[
          { label: 'Sent to', value: email },
          { label: 'By', value: invitedByName },
          { label: 'Sent', value: <DateText value={invitedAt} /> },
          acceptedAt
            ? { label: 'Accepted', value: <DateText value={acceptedAt} /> }
            : { label: 'Open until', value: <DateText value={expiresAt} /> },
          ...(completedAt ? [{ label: 'Completed', value: <DateText value={completedAt} /> }] : []),
          { label: 'Steps', value: flowName },
          ...(message === '' ? [] : [{ label: 'Message', value: message }]),
          ...(reason === null ? [] : [{ label: 'Why it ended', value: reason }]),
        ]}
      />
    </Section>
  )
}
