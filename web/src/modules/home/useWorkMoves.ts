import { listMyAssignments } from '#modules/work/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'
import type { PortalMoves } from '#web/modules/home/portalMove.ts'
import { priceWords } from '#web/modules/work/priceWords.ts'

/** Offers to answer, and accepted work whose day has not come. */
export const useWorkMoves = (): PortalMoves => {
  const { here } = useSession()
  const enabled = !here.modulesOff.includes('work')
  const found = useView(listMyAssignments, { status: ['offered', 'accepted'], limit: 20 }, { enabled })
  const moves = (found.data?.items ?? []).map((assignment) => {
    const { id, title, status, answerBy, startsOn } = assignment
    const isOffer = status === 'offered'
    return {
      id,
      whose: isOffer ? ('yours' as const) : ('ours' as const),
      title: isOffer ? `Answer the offer “${title}”` : `“${title}” begins`,
      detail: priceWords(assignment),
      path: `portal/work/${id}`,
      by: isOffer ? answerBy : startsOn,
      since: null,
    }
  })
  return { moves, isLoading: enabled && found.isPending }
}
