import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type OnboardingId, viewOnboarding } from '#modules/onboarding/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { StageStrip } from '#web/modules/onboarding/StageStrip.tsx'
import { useOnboardingOf } from '#web/modules/onboarding/useOnboardingOf.ts'
import { whoseMove } from '#web/modules/onboarding/whoseMove.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { Section } from '#web/ui/Section.tsx'

/** On the contractor's page while they are being onboarded: how far it is and whose move it is. */
export const OnboardingNotice = ({ contractor }: OfContractor) => {
  const { here } = useSession()
  const { onboarding } = useOnboardingOf(contractor.id)
  const isUnderWay = onboarding?.status === 'invited' || onboarding?.status === 'in_progress'
  if (!onboarding || !isUnderWay) return null
  const { id, settled, stages, waitsFor, since } = onboarding
  return (
    <Section
      title="Onboarding"
      description={
        <>
          {settled} of {stages} steps done. {whoseMove(waitsFor)} since <DateText value={since} />.
        </>
      }
      actions={
        <Button component={Link} to={pathIn(here.slug, `onboardings/${id}`)} variant="default" size="xs">
          Open
        </Button>
      }
    >
      <Strip onboardingId={id} />
    </Section>
  )
}

const Strip = ({ onboardingId }: Readonly<{ onboardingId: OnboardingId }>) => {
  const { data } = useView(viewOnboarding, { onboardingId })
  return <StageStrip stages={data?.stages ?? []} />
}
