import { IconCheck } from '@tabler/icons-react'
import type { MyStageView } from '#modules/onboarding/contract.ts'
import { StageIcon } from '#web/modules/onboarding/StageIcon.tsx'
import type { Tone } from '#web/theme.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'
import './StageMap.css'

type StageMapProps = Readonly<{
  stages: readonly MyStageView[]
  openId: string | undefined
  onOpen: (stageId: string) => void
}>

/** What is left and how long it takes: every stage, whose move it is, and a way to each that can be worked on. */
export const StageMap = ({ stages, openId, onOpen }: StageMapProps) => (
  <ol className="StageMap">
    {stages.map((stage) => {
      const { label, tone } = standingOf(stage)
      return (
        <li key={stage.id} className="StageMap-step" data-open={stage.id === openId}>
          <span className="StageMap-figure" data-tone={tone}>
            {tone === 'done' ? <IconCheck size={18} stroke={2} aria-hidden /> : <StageIcon kind={stage.kind} />}
          </span>
          <span className="StageMap-words">
            {stage.move === 'yours' ? (
              <button
                type="button"
                className="StageMap-button"
                aria-current={stage.id === openId ? 'step' : undefined}
                onClick={() => onOpen(stage.id)}
              >
                {stage.title}
              </button>
            ) : (
              <strong>{stage.title}</strong>
            )}
            <span>
              <StageDetail stage={stage} />
            </span>
          </span>
          {tone === 'done' ? null : <StateBadge state={stage.status} label={label} tone={tone} />}
        </li>
      )
    })}
  </ol>
)

type Standing = Readonly<{ label: string; tone: Tone }>

const standingOf = ({ status, move }: MyStageView): Standing => {
  if (status === 'approved') return { label: 'Done', tone: 'done' }
  if (status === 'waived') return { label: 'Not needed', tone: 'done' }
  if (status === 'rejected' || status === 'expired') return { label: 'Refused', tone: 'blocked' }
  if (status === 'changes_requested' && move === 'yours') return { label: 'To change', tone: 'waiting' }
  if (move === 'yours') return { label: 'Your move', tone: 'waiting' }
  return move === 'ours' ? { label: 'Our move', tone: 'moving' } : { label: 'Later', tone: 'idle' }
}

const StageDetail = ({ stage }: Readonly<{ stage: MyStageView }>) => {
  const { status, move, minutes, dueOn, required } = stage
  if (status === 'approved') return 'Done'
  if (status === 'waived') return 'Not needed'
  if (move === 'ours') {
    return (
      <>
        With us since <DateText value={stage.since} />
      </>
    )
  }
  return (
    <>
      {minutes} min
      {dueOn ? (
        <>
          , by <DateText value={dueOn} />
        </>
      ) : null}
      {required ? null : ', if you like'}
    </>
  )
}
