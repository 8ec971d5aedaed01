import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { AgreementPlanState } from '#web/modules/onboarding/AgreementPlanFields.tsx'
import { planWords } from '#web/modules/onboarding/planWords.ts'
import { StageIcon } from '#web/modules/onboarding/StageIcon.tsx'
import { StagePlanFields } from '#web/modules/onboarding/StagePlanFields.tsx'
import type { StageValues } from '#web/modules/onboarding/stagePlans.ts'
import './StageMap.css'

type StagePlanCardProps = Readonly<{
  stage: StageValues
  place: Readonly<{ index: number; of: number }>
  isOpen: boolean
  onToggle: () => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onChange: (stage: StageValues) => void
  errorOf: (field: string) => ReactNode
}>

const fields = [
  'key',
  'kind',
  'title',
  'why',
  'minutes',
  'dueInDays',
  'fields',
  'templateId',
  'description',
  'review',
]

/** One stage of a flow: in a line, or open to be changed. What was refused opens it by itself. */
export const StagePlanCard = ({ isOpen, onToggle, onMove, onRemove, ...about }: StagePlanCardProps) => {
  const { stage, place, errorOf } = about
  const id = useId()
  const isRefused = fields.some((field) => Boolean(errorOf(field)))
  const isShown = isOpen || isRefused
  const title = stage.title.trim() === '' ? 'Untitled step' : stage.title
  const body = useFocusOnOpening(isOpen)
  return (
    <li className="StagePlan" data-open={isShown} aria-labelledby={id}>
      <div className="StagePlan-head">
        <span className="StageMap-figure">
          <StageIcon kind={stage.kind} />
        </span>
        <span className="StagePlan-words">
          <strong id={id}>{title}</strong>
          <span>{planWords(stage)}</span>
          {stage.kind === 'agreement' ? (
            <span>
              <AgreementPlanState stage={stage} />
            </span>
          ) : null}
        </span>
        <span className="StagePlan-buttons">
          <ActionIcon
            size={36}
            aria-label={`Move ${title} up`}
            disabled={place.index === 0}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size={36}
            aria-label={`Move ${title} down`}
            disabled={place.index === place.of - 1}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
          <ActionIcon size={36} aria-label={`Remove ${title}`} disabled={place.of === 1} onClick={onRemove}>
            <IconTrash size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
          <Button
            variant="default"
            size="xs"
            aria-label={isShown ? `Close ${title}` : `Change ${title}`}
            aria-expanded={isShown}
            onClick={onToggle}
          >
            {isShown ? 'Close' : 'Change'}
          </Button>
        </span>
      </div>
      {isShown ? (
        <div ref={body} className="StagePlan-body">
          <StagePlanFields {...about} />
        </div>
      ) : null}
    </li>
  )
}

/** Whoever opens a stage, or has just added it, types into its first field next. */
const useFocusOnOpening = (isOpen: boolean) => {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) body.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [isOpen])
  return body
}
