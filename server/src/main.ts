import { CannotStart } from '#kernel/cannot-start.ts'
import { readConfig } from '#kernel/config.ts'
import { startMuster } from './start.ts'

/** Starts Muster as the environment says and stops it when asked to. */
const main = async (): Promise<void> => {
  const muster = await startMuster(readConfig(process.env, process.cwd()))
  process.stdout.write(`\n  Muster is ready: ${muster.url}\n`)
  if (muster.setUpLink) process.stdout.write(`  Set it up here, once: ${muster.setUpLink}\n`)
  process.stdout.write('\n')

  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1) // asked twice: somebody is in a hurry
    stopping = true
    muster.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof CannotStart ? failure.message : (failure as Error).stack}\n`)
  process.exit(1)
})
