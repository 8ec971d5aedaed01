import { Progress } from '@mantine/core'
import { IconRosetteDiscountCheck, IconRoute } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { type MyOnboardingView, viewMyOnboarding } from '#modules/onboarding/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'
import { StageForm } from '#web/modules/onboarding/StageForm.tsx'
import { StageMap } from '#web/modules/onboarding/StageMap.tsx'
import { useSettling } from '#web/modules/onboarding/useSettling.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** The contractor's way in: a map of what is left, and the next stage open under it. */
export const MyOnboardingPage = () => {
  const { data, error, refetch } = useView(viewMyOnboarding, {})
  const [onboarding] = data?.items ?? []
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={4} label="Loading your onboarding" />
  if (!onboarding) {
    return (
      <EmptyState icon={IconRoute} title="Nothing is asked of you">
        When a company invites you, the steps to get started will be here.
      </EmptyState>
    )
  }
  return <Onboarding onboarding={onboarding} />
}

const Onboarding = ({ onboarding }: Readonly<{ onboarding: MyOnboardingView }>) => {
  const { here } = useSession()
  // A mail or a blocker may lead to one stage by name.
  const { stage: named }: Readonly<{ stage?: unknown }> = useSearch({ strict: false })
  const [chosen, setChosen] = useState(named)
  const { stages, nextStageId, minutesLeft, status, startsOn, legalEntityName } = onboarding
  const settling = useSettling(stages)
  const workable = stages.filter(({ move }) => move === 'yours')
  const open = workable.find(({ id }) => id === chosen) ?? workable.find(({ id }) => id === nextStageId)
  const handedIn = stages.filter(({ move }) => move === 'ours' || move === 'nobody').length
  const form = useSightOf(open?.id)
  return (
    <>
      <PageHeader
        title={status === 'completed' ? 'You are all set' : 'Getting started'}
        subtitle={
          <>
            With {legalEntityName}, to start on <DateText value={startsOn} />.
          </>
        }
      />
      {status === 'in_progress' ? (
        <Section
          title={workable.length === 0 ? 'Our move' : `About ${minutesLeft} minutes left`}
          description={
            workable.length === 0
              ? 'You have done your part. We tell you by mail when the rest is done.'
              : 'What you type is kept on this device; you can stop at any time.'
          }
          flush
        >
          <Progress
            value={(handedIn / Math.max(stages.length, 1)) * 100}
            size="sm"
            radius={0}
            aria-label={`${handedIn} of ${stages.length} done`}
          />
          <StageMap stages={stages} openId={open?.id} onOpen={setChosen} />
        </Section>
      ) : (
        <Over onboarding={onboarding} organization={here.name} />
      )}
      <div ref={form} className="StageMap-form">
        {settling.stageId ? (
          <Section title="Received. One moment…" flush>
            <SkeletonList rows={4} label="Received. One moment…" shape="lines" />
          </Section>
        ) : open ? (
          <StageForm key={`${open.id} ${open.version}`} stage={open} onDone={() => settling.begin(open)} />
        ) : null}
      </div>
    </>
  )
}

/** The next stage comes into sight by itself: on a phone it would begin below the map, out of sight. */
const useSightOf = (stageId: string | undefined) => {
  const form = useRef<HTMLDivElement>(null)
  const last = useRef(stageId)
  useEffect(() => {
    if (last.current === stageId) return
    last.current = stageId
    form.current?.scrollIntoView({ block: 'start' })
  }, [stageId])
  return form
}

const Over = ({ onboarding, organization }: Readonly<{ onboarding: MyOnboardingView; organization: string }>) => {
  const { status, startsOn } = onboarding
  if (status === 'completed') {
    return (
      <Section flush>
        <EmptyState icon={IconRosetteDiscountCheck} title="Everything is in place">
          You can start on <DateText value={startsOn} />. {organization} offers you work here.
        </EmptyState>
      </Section>
    )
  }
  const said = {
    declined: 'You have declined this invitation.',
    withdrawn: `${organization} has taken this invitation back.`,
    rejected: `${organization} has decided not to go on.`,
  }
  return (
    <Section flush>
      <EmptyState icon={IconRoute} title={status === 'in_progress' ? 'Under way' : said[status]}>
        What you handed in stays yours: agreements and tax forms can be downloaded here at any time.
      </EmptyState>
    </Section>
  )
}
