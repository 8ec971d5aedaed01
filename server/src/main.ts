import { CannotStart } from '#kernel/cannot-start.ts'
import { readConfig } from '#kernel/config.ts'
import { startMuster } from './start.ts'

/** npm passes Ctrl-C on a second time within a millisecond; somebody in a hurry takes longer. */
const hurryMs = 1_000

/** Starts Muster as the environment says and stops it when asked to. */
const main = async (): Promise<void> => {
  const starting = startMuster(readConfig(process.env, process.cwd()))
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

  const muster = await starting
  process.stdout.write(`\n  Muster is ready: ${muster.url}\n`)
  if (muster.setUpLink) process.stdout.write(`  Set it up here, once: ${muster.setUpLink}\n`)
  process.stdout.write('\n')
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof CannotStart ? failure.message : (failure as Error).stack}\n`)
  process.exit(1)
})
