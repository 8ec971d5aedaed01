import type { FlowView } from '#modules/onboarding/contract.ts'
import { planWords } from '#web/modules/onboarding/planWords.ts'
import { StageIcon } from '#web/modules/onboarding/StageIcon.tsx'
import './StageMap.css'

/** The stages of a flow to read, for whoever may not change them. */
export const PlannedStages = ({ flow }: Readonly<{ flow: FlowView }>) => (
  <ol className="StageMap">
    {flow.stages.map((stage) => (
      <li key={stage.key} className="StageMap-step">
        <span className="StageMap-figure">
          <StageIcon kind={stage.kind} />
        </span>
        <span className="StageMap-words">
          <strong>{stage.title}</strong>
          <span>{planWords(stage)}</span>
          {stage.why === '' ? null : <span>{stage.why}</span>}
        </span>
      </li>
    ))}
  </ol>
)
