import type { ContractorStatus } from '#modules/directory/contract.ts'

export type MoveByHand = Readonly<{
  to: 'active' | 'paused' | 'ended' | 'archived' | 'withdrawn'
  /** What the button says. */
  verb: string
  /** What will happen. */
  means: string
  isFinal: boolean
}>

const moves: readonly MoveByHand[] = [
  { to: 'active', verb: 'Activate', means: 'Work may be offered from now on.', isFinal: false },
  {
    to: 'paused',
    verb: 'Pause',
    means: 'Nothing new is offered until you resume. What is running goes on.',
    isFinal: false,
  },
  {
    to: 'withdrawn',
    verb: 'Withdraw',
    means: 'The invitation is taken back, and open engagements end today.',
    isFinal: true,
  },
  {
    to: 'ended',
    verb: 'End the work with',
    means: 'All open engagements end today. What was earned is still paid, and the portal stays open to read.',
    isFinal: true,
  },
  {
    to: 'archived',
    verb: 'Archive',
    means: 'Out of lists and searches, unless somebody asks for the archived. Nothing is deleted.',
    isFinal: false,
  },
]

/** The moves a person makes, in the words that fit where somebody is. */
export const movesByHand = (from: ContractorStatus): readonly MoveByHand[] =>
  moves.map((move) => (move.to === 'active' && from === 'paused' ? { ...move, verb: 'Resume' } : move))
