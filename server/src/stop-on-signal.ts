/** npm passes Ctrl-C on a second time within a millisecond; somebody in a hurry takes longer. */
const hurryMs = 1_000

/** Ctrl-C, SIGTERM and a closed terminal: what is under way is finished, then the process ends. Asked again, at once. */
export const stopOnSignal = (starting: Promise<Readonly<{ stop: () => Promise<void> }>>): void => {
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
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
}
