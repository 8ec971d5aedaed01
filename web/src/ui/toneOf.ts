import type { Tone } from '#web/theme.ts'

/**
 * The colour of each state of `product.md`, seen by staff: grey not started or over, blue in motion, amber waits for
 * you, red blocked or refused, green done. Where the other side looks, a page gives `StateBadge` the tone itself.
 */
const stateTones = {
  idle: [
    'draft',
    'open',
    'planned',
    'paused',
    'ended',
    'archived',
    'withdrawn',
    'closed',
    'cancelled',
    'voided',
    'void',
    'superseded',
    'waived',
    'skipped',
    'excluded',
    'credited',
    'inactive',
    'revoked',
  ],
  moving: [
    'invited',
    'onboarding',
    'in_progress',
    'changes_requested',
    'sent',
    'viewed',
    'partially_signed',
    'requested',
    'offered',
    'accepted',
    'approved',
    'scheduled',
    'in_run',
    'locked',
    'exported',
    'acknowledged',
    'verified',
    'cooling_off',
    'evaluated',
    'returned',
    'returned_for_changes',
    'invoiced',
    'pending',
  ],
  waiting: [
    'submitted',
    'in_review',
    'uploaded',
    'in_approval',
    'pending_approval',
    'pending_verification',
    'partially_accepted',
    'action_required',
    'expiring',
    'grace',
    'invite_expired',
    'stale',
  ],
  blocked: [
    'blocked',
    'rejected',
    'declined',
    'deficient',
    'expired',
    'disputed',
    'payment_returned',
    'partially_returned',
    'approved_employee',
    'do_not_engage',
    'failed',
  ],
  done: [
    'ready',
    'active',
    'completed',
    'compliant',
    'settled',
    'paid_outside',
    'approved_contractor',
    'corrected',
    'on',
  ],
} as const satisfies Readonly<Record<Tone, readonly string[]>>

const toneByState: ReadonlyMap<string, Tone> = new Map([
  ...stateTones.idle.map((state) => [state, 'idle'] as const),
  ...stateTones.moving.map((state) => [state, 'moving'] as const),
  ...stateTones.waiting.map((state) => [state, 'waiting'] as const),
  ...stateTones.blocked.map((state) => [state, 'blocked'] as const),
  ...stateTones.done.map((state) => [state, 'done'] as const),
])

export const toneOf = (state: string): Tone => toneByState.get(state) ?? 'idle'

const ownWords: Readonly<Record<string, string>> = {
  in_run: 'In pay run',
  invite_expired: 'Invitation expired',
  void: 'Voided',
  do_not_engage: 'Do not engage',
}

/** "Changes requested" for `changes_requested`. */
export const wordOf = (state: string): string => {
  const words = state.replaceAll('_', ' ')
  return ownWords[state] ?? words.charAt(0).toUpperCase() + words.slice(1)
}
