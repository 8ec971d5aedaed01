import { Button, Progress } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { MyOnboardingView } from '#modules/onboarding/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { Section } from '#web/ui/Section.tsx'
import './OnboardingCard.css'

type OnboardingCardProps = Readonly<{ onboarding: MyOnboardingView }>

/** While somebody is getting started, that is what their first page is about: how far they are, and the next step. */
export const OnboardingCard = ({ onboarding }: OnboardingCardProps) => {
  const { here } = useSession()
  const { stages, nextStageId, minutesLeft, startsOn, legalEntityName } = onboarding
  const next = stages.find(({ id }) => id === nextStageId)
  const handedIn = stages.filter(({ move }) => move === 'ours' || move === 'nobody').length
  return (
    <Section
      title="Getting started"
      description={
        <>
          With {legalEntityName}, to start on <DateText value={startsOn} />
        </>
      }
    >
      <div className="OnboardingCard">
        <div className="OnboardingCard-words">
          <p className="OnboardingCard-next">{next ? `Next: ${next.title}` : 'Nothing is left for you to do'}</p>
          <p className="OnboardingCard-left">
            {handedIn} of {stages.length} steps done, about {minutesLeft} minutes left
            {next?.dueOn ? (
              <>
                , by <DateText value={next.dueOn} />
              </>
            ) : null}
          </p>
        </div>
        <Button component={Link} to={pathIn(here.slug, 'portal/onboarding')} size="md">
          {handedIn === 0 ? 'Begin' : 'Go on'}
        </Button>
        <Progress
          className="OnboardingCard-progress"
          value={(handedIn / Math.max(stages.length, 1)) * 100}
          aria-label={`${handedIn} of ${stages.length} steps done`}
        />
      </div>
    </Section>
  )
}
