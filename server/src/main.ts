import { CannotStart } from '#kernel/cannot-start.ts'
import { readConfig } from '#kernel/config.ts'
import { startMuster } from './start.ts'
import { stopOnSignal } from './stop-on-signal.ts'

/** Starts Muster as the environment says and stops it when asked to. */
const main = async (): Promise<void> => {
  const starting = startMuster(readConfig(process.env, process.cwd()))
  stopOnSignal(starting)
  const { url, setUpLink, restored } = await starting
  process.stdout.write(`\n  Muster is ready: ${url}\n${setUpLink ? `  Set it up here, once: ${setUpLink}\n` : ''}\n`)
  if (restored) {
    process.stdout.write(
      `  RESTORED MODE: ${restored.reason}\n  Nothing is changed, sent or paid until you have looked: npm run muster -- restored\n\n`,
    )
  }
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof CannotStart ? failure.message : (failure as Error).stack}\n`)
  process.exit(1)
})
