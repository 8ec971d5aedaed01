import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { type Waiting, WaitingContext } from '#web/app/waiting.ts'

const WaitingCounts = lazy(() =>
  import('#web/app/WaitingCounts.tsx').then(({ WaitingCounts }) => ({ default: WaitingCounts })),
)

/** Gives the counts of what waits to everything in the shell; they come after the page, never before it. */
export const WaitingProvider = ({ children }: Readonly<{ children: ReactNode }>) => {
  const [waiting, setWaiting] = useState<Waiting>(new Map())
  const count = useCallback(
    (path: string, counted: number) =>
      setWaiting((before) => (before.get(path) === counted ? before : new Map(before).set(path, counted))),
    [],
  )
  return (
    <WaitingContext value={waiting}>
      {children}
      <Suspense>
        <WaitingCounts onCount={count} />
      </Suspense>
    </WaitingContext>
  )
}
