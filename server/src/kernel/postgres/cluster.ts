import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#kernel/cannot-start.ts'
import type { Binaries } from './binaries.ts'
import { nameOfThisUser } from './database-user.ts'
import type { Home } from './home.ts'
import type { Durability } from './settings.ts'
import { sentenceFor } from './start-failure.ts'

/** The environment of PostgreSQL's programs: nothing of ours leaks in, and messages come in one language. */
export const plainEnvironment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

export const superuser = 'postgres'
export const ownerRole = 'muster_owner'
export const appRole = 'muster_app'

export const clusterFolder = (home: Home): string => join(home.folder, 'data')

/** Makes the files of the server on first use, and says each time anew who may connect to it. */
export const prepareCluster = (home: Home, binaries: Binaries, durability: Durability): void => {
  const cluster = clusterFolder(home)
  const admitted = new Set([nameOfThisUser(), 'root'])
  if (!existsSync(cluster)) initialise(home, binaries, durability)
  const made = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'))
  if (made !== binaries.major) {
    throw new CannotStart(
      `The database was made by PostgreSQL ${made}, but the programs found are PostgreSQL ${binaries.major}. ` +
        `Name a folder with those of PostgreSQL ${made} in MUSTER_PG_BIN.`,
    )
  }
  admitOnly(admitted, cluster)
}

const initialise = (home: Home, binaries: Binaries, durability: Durability): void => {
  // Under another name until whole: a power cut in the middle must not leave what looks like a database.
  const unfinished = `${clusterFolder(home)}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  // Trigrams ask the letters' own setting what a letter is: under plain C no name outside of ASCII has any.
  const letters = process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${letters}`]
      : ['--locale=C.UTF-8']
  const sync = durability === 'disposable' ? ['--no-sync'] : []
  try {
    execFileSync(
      join(binaries.folder, 'initdb'),
      ['-D', unfinished, '-U', superuser, '--auth=peer', '--data-checksums', '-E', 'UTF8', ...locale, ...sync],
      { ...home.user, env: plainEnvironment, cwd: '/', stdio: 'pipe', encoding: 'utf8' },
    )
  } catch (failure) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new CannotStart(sentenceFor(String(failure), home.folder), failure)
  }
  renameSync(unfinished, clusterFolder(home))
}

/** Brings to disk what a hurried server only handed to the system (PostgreSQL, "fsync"). The server must be stopped. */
export const syncCluster = (home: Home, binaries: Binaries): void => {
  execFileSync(join(binaries.folder, 'initdb'), ['--sync-only', '-D', clusterFolder(home)], {
    ...home.user,
    env: plainEnvironment,
    cwd: '/',
    stdio: 'pipe',
  })
}

/**
 * The system vouches for who is at the other end of the socket: only the user that Muster runs as (and root) gets
 * in, so the other programs of a shared account such as `nobody` do not.
 */
const admitOnly = (admitted: ReadonlySet<string>, cluster: string): void => {
  const lines = [...admitted].flatMap((name) =>
    [superuser, ownerRole, appRole].map((role) => `muster "${name}" ${role}\n`),
  )
  writeFileSync(join(cluster, 'pg_hba.conf'), 'local all all peer map=muster\n')
  writeFileSync(join(cluster, 'pg_ident.conf'), lines.join(''))
}
