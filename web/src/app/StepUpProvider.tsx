import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import type { ProblemError } from '#web/lib/problem.ts'
import { type StepUp, StepUpContext } from '#web/lib/useStepUp.ts'

const StepUpDialog = lazy(() =>
  import('#web/app/StepUpDialog.tsx').then(({ StepUpDialog }) => ({ default: StepUpDialog })),
)

type Asking = Readonly<{ problem: ProblemError; answer: (confirmed: boolean) => void }>

/** Asks the person to confirm that it is them when a command needs that, one dialog however many commands ask. */
export const StepUpProvider = ({ children }: Readonly<{ children: ReactNode }>) => {
  const [asking, setAsking] = useState<readonly Asking[]>([])
  const stepUp: StepUp = useCallback(
    (problem) => new Promise((answer) => setAsking((before) => [...before, { problem, answer }])),
    [],
  )
  const close = (confirmed: boolean) => {
    for (const { answer } of asking) answer(confirmed)
    setAsking([])
  }
  const [first] = asking
  return (
    <StepUpContext value={stepUp}>
      {children}
      {first ? (
        <Suspense>
          <StepUpDialog problem={first.problem} onClose={close} />
        </Suspense>
      ) : null}
    </StepUpContext>
  )
}
