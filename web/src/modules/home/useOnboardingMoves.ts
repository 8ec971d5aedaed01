import { type MyOnboardingView, viewMyOnboarding } from '#modules/onboarding/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'
import type { PortalMove, PortalMoves } from '#web/modules/home/portalMove.ts'

/** What is left before work may start. */
export const useOnboardingMoves = (): PortalMoves => {
  const { here } = useSession()
  const enabled = !here.modulesOff.includes('onboarding')
  const found = useView(viewMyOnboarding, {}, { enabled })
  const going = (found.data?.items ?? []).filter(({ status }) => status === 'in_progress')
  return { moves: going.map((one) => moveOf(one, here.name)), isLoading: enabled && found.isPending }
}

const moveOf = (onboarding: MyOnboardingView, organization: string): PortalMove => {
  const { id, stages, minutesLeft, nextStageId } = onboarding
  const yours = stages.filter(({ move }) => move === 'yours')
  const ours = stages.filter(({ move }) => move === 'ours')
  const path = 'portal/onboarding'
  if (nextStageId === null) {
    const title = `${organization} looks at what you sent`
    return { id, whose: 'ours', title, path, by: null, since: ours[0]?.since ?? null }
  }
  const days = yours.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).toSorted()
  return {
    id,
    whose: 'yours',
    title: 'Finish getting started',
    detail: `${yours.length} ${yours.length === 1 ? 'step' : 'steps'}, about ${minutesLeft} minutes`,
    path,
    by: days[0] ?? null,
    since: yours[0]?.since ?? null,
  }
}
