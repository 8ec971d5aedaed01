import type { Tone } from '#web/theme.ts'
import { toneOf, wordOf } from '#web/ui/toneOf.ts'
import './StateBadge.css'

type StateBadgeProps = Readonly<{
  /** A state as the API writes it: `changes_requested`. */
  state: string
  /** Where the usual word does not fit: "Waits for Dana". */
  label?: string
  /** Where the reader's side changes the meaning: what waits for staff is in motion for the contractor. */
  tone?: Tone
}>

/** A state as a word on its colour. The dot repeats the tone as a shape, so that nothing is said by colour alone. */
export const StateBadge = ({ state, label, tone = toneOf(state) }: StateBadgeProps) => (
  <span className="StateBadge" data-tone={tone}>
    <span className="StateBadge-dot" aria-hidden />
    {label ?? wordOf(state)}
  </span>
)
