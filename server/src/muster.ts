import { parseArgs } from 'node:util'
import { CannotStart } from '#kernel/cannot-start.ts'
import { describeConfig, readConfig } from '#kernel/config.ts'
import { makeSetUpLink } from '#modules/access/index.ts'
import { ownVersion } from './commands/backup/manifest.ts'
import { restoreBackup } from './commands/backup/restore.ts'
import { backUp } from './commands/backup/take-backup.ts'
import { createKey } from './commands/create-key.ts'
import { runDemo } from './commands/demo/run-demo.ts'
import { printLinks } from './commands/links.ts'
import { resetMemberOf } from './commands/reset-member.ts'
import { beginRestored, liftRestored, showRestored } from './commands/restored/restored.ts'
import { printStatus } from './commands/status.ts'
import { verifyAudit } from './commands/verify-audit.ts'
import { verifyDocumentFile } from './commands/verify-document.ts'
import { withRuntime } from './commands/with-runtime.ts'

const help = `npm run muster -- …

  --version                 of this Muster
  status                    does it run, is it ready, how far has it come?
  config                    every setting with the value in force
  db url                    how to reach the database with psql
  set-up link               a link that makes a further organization, once, within a day
  key create                an API key of an owner     [--organization SLUG] [--email ADDRESS] [--name NAME]
  member reset              a link for somebody who cannot sign in any more   --email ADDRESS [--organization SLUG]
  links                     the links of mails that were not sent yet, while no mail server is set  [--organization SLUG]
  verify audit              recompute the log and its chain, compare the checkpoints and the kept sums
  verify document FILE      was this PDF sealed here, and is it whole and unchanged?
  backup                    everything but the key into a new folder, beside a server at work   [--to FOLDER] [--verify]
  restore FOLDER            a backup into an empty data folder (MUSTER_DATA) that holds its key
  restored                  is this a copy of an earlier state, and what is to be compared before it goes on?
  restored begin            say so where nothing inside can tell: a machine that was set back
  restored lift             let it go on   --moved | --earlier
  demo                      a believable company on a data folder of its own, served until you stop it
                            [--contractors N] [--invoices N] [--json]
`

const options = {
  organization: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
  contractors: { type: 'string' },
  invoices: { type: 'string' },
  json: { type: 'boolean' },
  version: { type: 'boolean' },
  to: { type: 'string' },
  verify: { type: 'boolean' },
  moved: { type: 'boolean' },
  earlier: { type: 'boolean' },
} as const

const readArguments = () => {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n\n${help}`)
  }
}

const main = async (): Promise<number | undefined> => {
  const { values, positionals } = readArguments()
  if (values.version) {
    process.stdout.write(`${ownVersion()}\n`)
    return 0
  }
  const config = readConfig(process.env, process.cwd())
  const [first, second, file] = positionals
  switch (`${first ?? ''} ${second ?? ''}`.trim()) {
    case 'config':
      return printConfig()
    case 'db url':
      return printDatabase()
    case 'set-up link':
      return withRuntime(config, async (runtime) => {
        process.stdout.write(`${await makeSetUpLink(runtime)}\n`)
        return 0
      })
    case 'key create':
      return createKey(config, values)
    case 'member reset':
      return resetMemberOf(config, values)
    case 'links':
      return printLinks(config, values)
    case 'verify audit':
      return verifyAudit(config)
    case 'verify document':
      return verifyDocumentFile(config, file)
    case 'backup':
      return backUp(config, values)
    case `restore ${second}`:
      return restoreBackup(config, second)
    case 'restored':
      return showRestored(config)
    case 'restored begin':
      return beginRestored(config)
    case 'restored lift':
      return liftRestored(config, values)
    case 'demo':
      return runDemo(process.env, values)
    case 'status':
      return printStatus(config)
    case '':
    case 'help':
      process.stdout.write(help)
      return 0
    default:
      throw new CannotStart(`There is no command "${positionals.join(' ')}".\n\n${help}`)
  }
}

const printConfig = (): number => {
  const settings = describeConfig(readConfig(process.env, process.cwd()), process.env)
  for (const { name, value, given, about } of settings) {
    process.stdout.write(
      `${name.padEnd(20)} ${value || '-'}${given ? '' : '  (default)'}\n${' '.repeat(21)}${about}\n`,
    )
  }
  return 0
}

const printDatabase = (): Promise<number> =>
  withRuntime(
    readConfig(process.env, process.cwd()),
    async (_, { owner }) => {
      const { host, port, user, database, connectionString } = owner
      process.stdout.write(
        `${connectionString ?? `postgresql://${user}@/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`}\n`,
      )
      return 0
    },
    { inRestoredMode: 'go on' },
  )

main().then(
  (code) => {
    if (code !== undefined) process.exitCode = code
  },
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof CannotStart ? failure.message : (failure as Error).stack}\n`)
    process.exit(1)
  },
)
