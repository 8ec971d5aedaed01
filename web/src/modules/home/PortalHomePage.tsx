import { IconConfetti } from '@tabler/icons-react'
import { useSession } from '#web/app/session.ts'
import { MoneyList } from '#web/modules/home/MoneyList.tsx'
import { MoveList } from '#web/modules/home/MoveList.tsx'
import { OnboardingCard } from '#web/modules/home/OnboardingCard.tsx'
import { pressingFirst } from '#web/modules/home/portalMove.ts'
import { portalMoves } from '#web/modules/home/portalMoves.ts'
import { useOpenOnboarding } from '#web/modules/home/useOpenOnboarding.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** The contractor's first page: your move, our move, your money. */
export const PortalHomePage = () => {
  const { person, here } = useSession()
  const asked = useMoves()
  const moves = asked.flatMap((one) => one.moves).toSorted(pressingFirst)
  const isLoading = asked.some((one) => one.isLoading)
  const onboarding = useOpenOnboarding()
  // What has a card of its own above the list is not said in it once more.
  const yours = moves.filter(({ id, whose }) => whose === 'yours' && id !== onboarding?.id)
  const ours = moves.filter(({ whose }) => whose === 'ours')
  return (
    <>
      <PageHeader title={`Hello, ${person.name}`} subtitle={`Your side of ${here.brand.programmeName}.`} />
      {onboarding ? <OnboardingCard onboarding={onboarding} /> : null}
      {onboarding && yours.length === 0 ? null : (
        <Section title="Your move" flush>
          {isLoading && yours.length === 0 ? (
            <SkeletonList rows={2} label="Loading what waits for you" shape="lines" />
          ) : null}
          {!isLoading && yours.length === 0 ? (
            <EmptyState icon={IconConfetti} title="Nothing waits for you">
              When something does, you get a mail and find it here.
            </EmptyState>
          ) : null}
          <MoveList moves={yours} />
        </Section>
      )}
      {ours.length > 0 ? (
        <Section title="Our move" flush>
          <MoveList moves={ours} />
        </Section>
      ) : null}
      {here.modulesOff.includes('invoices') ? null : <MoneyList isQuiet={onboarding !== undefined} />}
    </>
  )
}

/** The list of modules never changes while the app runs, so their hooks are always called in the same order. */
const useMoves = () =>
  // biome-ignore lint/correctness/useHookAtTopLevel: always the same hooks in the same order, see above.
  portalMoves.map((useThem) => useThem())
