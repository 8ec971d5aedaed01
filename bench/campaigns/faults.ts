import { createCaller } from './caller.ts'
import { type Campaign, faultsOf, type Result } from './campaign.ts'
import { foundNorthwind } from './company.ts'
import type { Seen } from './fault.ts'
import { fullDisk } from './full-disk.ts'
import { freePort, makeInstall, type Running } from './install.ts'
import { mailFaults } from './mail-faults.ts'
import { startFaults } from './start-faults.ts'
import { stoppedDatabase } from './stopped-database.ts'

/** A full disk, a stopped database, starts that cannot be, a broken mail server: one sentence each, and nothing lost. */
export const faults: Campaign = {
  name: 'faults',
  run: async ({ rounds = 3, say }) => {
    const results: Result[] = []
    const tell = (promise: string, done: string, seen: readonly Seen[]) => {
      results.push(resultOf(promise, done, seen))
      for (const { fault, said, faults: found } of seen)
        say(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${fault}: ${said}`)
    }
    tell(
      'A full disk is said in one sentence and loses nothing',
      'The disk of the data folder is filled to the last byte under a server at work, uploads and changes are tried, and room is made again.',
      await fullDisk(rounds),
    )
    tell(
      'A database that stops is said in one sentence and loses nothing',
      'A database server of the operator’s own is stopped under Muster and started again.',
      await stoppedDatabase(),
    )
    const [starts, mails] = await besideWork()
    tell(
      'A start that cannot be ends with one sentence',
      'Muster is started where it cannot run, beside one that runs.',
      starts,
    )
    tell(
      'A broken mail server loses no mail and holds nothing up',
      'The mail server refuses, hangs, and dies in the middle of a mail while members are invited and invoices submitted; then it works again.',
      mails,
    )
    return results
  },
}

const besideWork = async (): Promise<readonly [readonly Seen[], readonly Seen[]]> => {
  const smtpPort = await freePort()
  const install = await makeInstall(undefined, {
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}?from=hello@northwind.example`,
  })
  const caller = createCaller(install.config.port)
  let server: Running | undefined
  try {
    const company = await foundNorthwind(install.config, 1)
    server = install.start()
    await server.ready
    await caller.signIn([...Object.values(company.members), ...company.atWork.map(({ login }) => login)])
    const scene = { install, company, caller }
    return [await startFaults(scene), await mailFaults(scene, smtpPort)]
  } finally {
    caller.close()
    await server?.stop()
    await install.remove()
  }
}

const resultOf = (promise: string, done: string, seen: readonly Seen[]): Result => ({
  promise,
  done,
  counts: Object.fromEntries(
    seen.map(({ fault, said, faults: found }) => [
      fault,
      found.length > 0 ? 'not as promised' : withoutPaths(said) || 'nothing lost',
    ]),
  ),
  faults: faultsOf(seen.flatMap(({ fault, faults: found }) => found.map((each) => `${fault}: ${each}`))),
})

/** The folders of a run are gone after it, and mean nothing to a reader. */
const withoutPaths = (said: string): string => said.replaceAll(/\/tmp\/[\w./-]*\w/g, '…')
