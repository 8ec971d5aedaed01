import type { PortalMoves } from '#web/modules/home/portalMove.ts'
import { useAgreementMoves } from '#web/modules/home/useAgreementMoves.ts'
import { useInvoiceMoves } from '#web/modules/home/useInvoiceMoves.ts'
import { useOnboardingMoves } from '#web/modules/home/useOnboardingMoves.ts'
import { usePaymentMoves } from '#web/modules/home/usePaymentMoves.ts'
import { useWorkMoves } from '#web/modules/home/useWorkMoves.ts'

/** Everything that can wait in the portal. A module adds its hook here. */
export const portalMoves: readonly (() => PortalMoves)[] = [
  useOnboardingMoves,
  useAgreementMoves,
  useWorkMoves,
  useInvoiceMoves,
  usePaymentMoves,
]
