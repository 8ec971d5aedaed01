/** npm passes Ctrl-C on a second time within a millisecond; somebody in a hurry takes longer. */
const hurryMs = 1_000

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

type Stoppable = Readonly<{ stop: () => Promise<void> }>

/**
 * Ctrl-C, SIGTERM and a closed terminal: what is under way is finished, then the process ends. Asked again, at once.
 * `exitCode` tells a command that was cut short from a server that was asked to go. Answers how to listen no longer.
 */
export const stopOnSignal = (starting: Promise<Stoppable>, exitCode = 0): (() => void) => {
  let askedAt: number | undefined
  const stop = () => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > hurryMs) process.exit(1)
      return
    }
    askedAt = performance.now()
    starting
      .then((muster) => muster.stop())
      .then(
        () => process.exit(exitCode),
        () => process.exit(1),
      )
  }
  for (const signal of signals) process.on(signal, stop)
  return () => {
    for (const signal of signals) process.off(signal, stop)
  }
}
