import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownerRole } from '#kernel/postgres/cluster.ts'
import { startEmbedded } from '#kernel/postgres/embedded.ts'
import { ensureEmbedded } from '#kernel/postgres/roles.ts'
import { createCaller } from './caller.ts'
import { foundNorthwind } from './company.ts'
import { keep, oneMore, oneSentence, plainAnswer, type Seen, stillThere, within } from './fault.ts'
import { makeInstall, type Running } from './install.ts'

/** A database server of the operator's own, stopped under Muster in good order and started again. */
export const stoppedDatabase = async (): Promise<readonly Seen[]> => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'muster-prove-db-'))
  chmodSync(elsewhere, 0o711)
  const begin = () =>
    startEmbedded({ dataFolder: elsewhere, durability: 'durable', whenInUse: 'refuse', say: () => undefined })
  let database = await begin()
  await ensureEmbedded(database.superuser, 'muster')
  const address = `postgres://${ownerRole}@localhost/muster?host=${encodeURIComponent(String(database.superuser.host))}`
  const install = await makeInstall(undefined, { DATABASE_URL: address })
  const caller = createCaller(install.config.port)
  let server: Running | undefined
  try {
    const company = await foundNorthwind(install.config, 1)
    server = install.start()
    await server.ready
    await caller.signIn(Object.values(company.members))
    const scene = { install, company, caller }
    const kept = await keep(scene, 3)
    await database.stop()
    const answer = plainAnswer(await caller.once(oneMore(scene)), [503])
    const ready = await fetch(`http://127.0.0.1:${install.config.port}/readyz`)
    const alive = await fetch(`http://127.0.0.1:${install.config.port}/healthz`)
    const second = install.start({ PORT: '0' })
    const code = await Promise.race([second.ended, second.ready.then(() => 0).catch(() => second.ended)])
    database = await begin()
    const isBack = await within(30, async () => (await caller.once(oneMore(scene)))?.status === 200)
    return [
      {
        fault: 'a database server that stops',
        said: answer.said,
        faults: [
          ...answer.faults,
          ...(ready.status === 503 && alive.status === 200 ? [] : ['/readyz or /healthz told another story.']),
        ],
      },
      {
        fault: 'a start while it is stopped',
        said: second.sentences().join(' '),
        faults: code === 1 ? oneSentence(second.sentences()) : [`It ended with ${code}.`],
      },
      {
        fault: 'the database server is back',
        said: '',
        faults: [...(isBack ? [] : ['Work did not go on.']), ...(await stillThere(scene, kept))],
      },
    ]
  } finally {
    caller.close()
    await server?.stop()
    await database.stop()
    await install.remove()
    rmSync(elsewhere, { recursive: true, force: true, maxRetries: 5 })
  }
}
