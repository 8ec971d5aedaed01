import type { Standing } from '#kernel/install/standing.ts'
import type { Worker } from '#kernel/worker.ts'

/** The worker is at rest for as long as restored mode lasts: no delivery, no mail, no schedule. */
export const workUnlessRestored = (
  standing: Pick<Standing, 'restored' | 'onChange'>,
  start: () => Worker | undefined,
) => {
  let worker = standing.restored() ? undefined : start()
  let turning: Promise<void> = Promise.resolve()
  let isStopped = false
  const turn = async (): Promise<void> => {
    const isToRest = isStopped || standing.restored() !== undefined
    if (isToRest) {
      await worker?.stop()
      worker = undefined
    } else worker ??= start()
  }
  standing.onChange(() => {
    turning = turning.then(turn)
  })
  return {
    isAlive: (): boolean => worker?.isAlive() ?? true,
    stop: (): Promise<void> => {
      isStopped = true
      turning = turning.then(turn)
      return turning
    },
  }
}
