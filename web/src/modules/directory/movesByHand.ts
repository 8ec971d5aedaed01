import type { ContractorStatus } from '#modules/directory/contract.ts'

export type MoveByHand = Readonly<{
  to: 'active' | 'paused' | 'ended' | 'archived' | 'withdrawn'
  /** In a menu: "End the work". */
  label: string
  /** Before a name: "End the work with Priya Raman". */
  verb: string
  confirm: string
  /** What will happen. */
  means: string
  isFinal: boolean
}>

const move = (to: MoveByHand['to'], verb: string, means: string, isFinal = false): MoveByHand => ({
  to,
  label: verb,
  verb,
  confirm: verb,
  means,
  isFinal,
})

const moves: readonly MoveByHand[] = [
  move('active', 'Activate', 'Work may be offered from now on.'),
  move('paused', 'Pause', 'Nothing new is offered until you resume. What is running goes on.'),
  move('withdrawn', 'Withdraw', 'The invitation is taken back, and open engagements end today.', true),
  {
    ...move(
      'ended',
      'End the work',
      'Open engagements end today. What was earned is still paid, and the portal stays.',
      true,
    ),
    verb: 'End the work with',
  },
  move('archived', 'Archive', 'Out of lists and searches unless somebody asks for the archived. Nothing is deleted.'),
]

/** The moves a person makes, in the words that fit where somebody is. */
export const movesByHand = (from: ContractorStatus): readonly MoveByHand[] =>
  from === 'paused' ? [move('active', 'Resume', 'Work may be offered again.'), ...moves.slice(1)] : moves
