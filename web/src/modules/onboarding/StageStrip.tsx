import type { StageView } from '#modules/onboarding/contract.ts'
import { StageIcon } from '#web/modules/onboarding/StageIcon.tsx'
import { toneOf, wordOf } from '#web/ui/toneOf.ts'
import './StageStrip.css'

/** All steps in a line, each with its state as a word and a colour. */
export const StageStrip = ({ stages }: Readonly<{ stages: readonly StageView[] }>) => (
  <ol className="StageStrip">
    {stages.map(({ id, kind, title, status }) => (
      <li key={id} className="StageStrip-stage" data-tone={status === 'approved' ? 'done' : toneOf(status)}>
        <StageIcon kind={kind} />
        <span>
          <strong>{title}</strong>
          <span>{wordOf(status)}</span>
        </span>
      </li>
    ))}
  </ol>
)
