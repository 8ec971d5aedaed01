import { CannotStart } from '#kernel/cannot-start.ts'
import type { Config } from '#kernel/config.ts'
import { enterRestored, leaveRestored, restoredIn } from '#kernel/install/places.ts'
import { connect } from '#kernel/postgres/connect.ts'
import type { Postgres } from '#kernel/postgres/open-postgres.ts'
import { withRuntime } from '../with-runtime.ts'
import { describeRestored } from './describe.ts'
import { type Decision, settleRestored } from './lift.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Shows whether restored mode lasts, why, and what is to be compared before it is lifted. */
export const showRestored = (config: Config): Promise<number> =>
  withRuntime(
    config,
    async (runtime, postgres) => {
      const restored = await asOwner(postgres, restoredIn)
      if (restored === undefined) say('This install works as usual; it is not in restored mode.')
      else for (const line of await describeRestored(runtime, restored)) say(line)
      return 0
    },
    { inRestoredMode: 'go on' },
  )

/** For what nothing inside can tell: a whole machine, or a disk with everything on it, that was set back. */
export const beginRestored = (config: Config): Promise<number> =>
  withRuntime(config, async (_, postgres) => {
    await asOwner(postgres, (client) => enterRestored(client, 'The operator said that this is an earlier state.'))
    say('Restored mode has begun: nothing is changed, sent or paid. See: npm run muster -- restored')
    return 0
  })

type Wish = Readonly<{ moved?: boolean | undefined; earlier?: boolean | undefined }>

export const liftRestored = (config: Config, wish: Wish): Promise<number> =>
  withRuntime(
    config,
    async (runtime, postgres) => {
      const restored = await asOwner(postgres, restoredIn)
      if (restored === undefined) throw new CannotStart('This install is not in restored mode.')
      const decision = decisionOf(wish)
      if (decision === undefined) {
        for (const line of await describeRestored(runtime, restored)) say(line)
        throw new CannotStart('Say which of the two it is: --moved or --earlier.')
      }
      await settleRestored(runtime, restored, decision)
      await asOwner(postgres, leaveRestored)
      say('Restored mode is lifted. A server that runs goes on by itself within seconds.')
      return 0
    },
    { inRestoredMode: 'go on' },
  )

const decisionOf = ({ moved, earlier }: Wish): Decision | undefined => {
  if (moved === earlier) return undefined
  return moved ? 'moved' : 'earlier'
}

const asOwner = async <Result>(
  { owner }: Postgres,
  run: (client: Awaited<ReturnType<typeof connect>>) => Promise<Result>,
): Promise<Result> => {
  const client = await connect(owner)
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}
