import { listMyAgreements } from '#modules/agreements/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'
import type { PortalMoves } from '#web/modules/home/portalMove.ts'

/** Agreements to sign, and those that the company still has to sign. */
export const useAgreementMoves = (): PortalMoves => {
  const { here } = useSession()
  const enabled = !here.modulesOff.includes('agreements')
  const input = { status: ['sent' as const, 'viewed' as const, 'partially_signed' as const], limit: 20 }
  const found = useView(listMyAgreements, input, { enabled })
  const moves = (found.data?.items ?? []).map(({ id, title, status, expiresOn, sentAt }) => {
    const isYours = status !== 'partially_signed'
    return {
      id,
      whose: isYours ? ('yours' as const) : ('ours' as const),
      title: isYours ? `Read and sign “${title}”` : `${here.name} signs “${title}”`,
      path: `portal/agreements/${id}`,
      by: isYours ? expiresOn : null,
      since: sentAt,
    }
  })
  return { moves, isLoading: enabled && found.isPending }
}
