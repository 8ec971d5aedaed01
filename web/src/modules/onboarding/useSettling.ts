import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { MyStageView } from '#modules/onboarding/contract.ts'
import { refresh } from '#web/lib/queries.ts'

const pauseMs = 1_200
const triesMax = 12

/** With the last details in, the agreement is on its way: the next thing to do, not to be overtaken by what follows. */
const isBeingSent = (stages: readonly MyStageView[]): boolean =>
  stages.some(({ move }) => move === 'later') && !stages.some(({ kind, move }) => kind === 'data' && move === 'yours')

type Awaited = Readonly<{ stageId: string; version: number; tries: number }>

/**
 * A signature or an account settles its stage a moment after it was taken: the stage follows from it. Until it has, the
 * page asks again instead of showing the same form once more.
 */
export const useSettling = (stages: readonly MyStageView[]) => {
  const client = useQueryClient()
  const [awaited, setAwaited] = useState<Awaited>()
  const stage = stages.find(({ id }) => id === awaited?.stageId)
  const isTaken = awaited !== undefined && (stage?.version !== awaited.version || stage.move !== 'yours')
  const isOver =
    awaited === undefined || awaited.tries >= triesMax || (isTaken && !(isBeingSent(stages) && awaited.tries < 5))
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => {
      void refresh(client, ['onboarding'])
      setAwaited((last) => last && { ...last, tries: last.tries + 1 })
    }, pauseMs)
    return () => clearInterval(timer)
  }, [client, isOver])
  return {
    stageId: isOver ? undefined : awaited.stageId,
    begin: ({ id, version }: MyStageView) => setAwaited({ stageId: id, version, tries: 0 }),
  }
}
