import type { ReactNode } from 'react'
import type { StageKind } from '#modules/onboarding/contract.ts'
import { StageIcon } from '#web/modules/onboarding/StageIcon.tsx'
import './StageMap.css'

type Awaiting = Readonly<{ kind: StageKind; title: string; why: string; minutes: number }>

/** What an invitation asks for, before anybody has said yes: each step, why, and how long it takes. */
export const WhatAwaits = ({ stages, minutes }: Readonly<{ stages: readonly Awaiting[]; minutes: number }>) => (
  <section aria-label="What awaits you">
    <h2 className="StageMap-title">What awaits you, about {minutes} minutes</h2>
    <ol className="StageMap">
      {stages.map(({ kind, title, why, minutes: long }) => (
        <StageStep key={title} figure={<StageIcon kind={kind} />} title={title} detail={why} minutes={long} />
      ))}
    </ol>
  </section>
)

type StageStepProps = Readonly<{ figure: ReactNode; title: string; detail: string; minutes: number }>

const StageStep = ({ figure, title, detail, minutes }: StageStepProps) => (
  <li className="StageMap-step">
    <span className="StageMap-figure">{figure}</span>
    <span className="StageMap-words">
      <strong>{title}</strong>
      {detail === '' ? null : <span>{detail}</span>}
    </span>
    <span className="StageMap-time numbers">{minutes} min</span>
  </li>
)
