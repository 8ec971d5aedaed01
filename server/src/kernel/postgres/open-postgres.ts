import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientConfig, PoolConfig } from 'pg'
import { CannotStart } from '#kernel/cannot-start.ts'
import type { Config } from '#kernel/config.ts'
import { openKeyFile } from '#kernel/key-file.ts'
import { appRole, ownerRole } from './cluster.ts'
import { makeDataFolder } from './data-folder.ts'
import { startEmbedded } from './embedded.ts'
import { refuseForgetfulPooler } from './named-statements.ts'
import { ensureAppRole, ensureEmbedded } from './roles.ts'
import type { Durability } from './settings.ts'

export type Postgres = Readonly<{
  /** Who owns the tables: migrates and listens. Always a direct connection. */
  owner: ClientConfig
  /** Who serves requests: owns nothing and is bound by row-level security. */
  app: PoolConfig
  stop: () => Promise<void>
}>

export type OpenOptions = Readonly<{
  /** `attach` lets a command use the database of a server that is running. */
  whenInUse?: 'refuse' | 'attach'
  /** Of the embedded server. */
  durability?: Durability
  /** Where the rare line for the operator goes. */
  say?: (line: string) => void
}>

const database = 'muster'

/** The PostgreSQL of this install: the embedded one, or the one that `DATABASE_URL` names. */
export const openPostgres = async (config: Config, options: OpenOptions = {}): Promise<Postgres> => {
  makeDataFolder(config.dataFolder)
  return config.databaseUrl === undefined ? openEmbedded(config, options) : openOwnServer(config, config.databaseUrl)
}

const openEmbedded = async (
  config: Config,
  { whenInUse = 'refuse', durability = 'durable', say = sayOnError }: OpenOptions,
): Promise<Postgres> => {
  openKey(config)
  const server = await startEmbedded({
    dataFolder: config.dataFolder,
    durability,
    programs: config.postgresPrograms,
    whenInUse,
    say,
  })
  try {
    await ensureEmbedded(server.superuser, database)
  } catch (failure) {
    await server.stop()
    throw failure
  }
  const as = (user: string) => ({ ...server.superuser, user, database })
  return { owner: as(ownerRole), app: as(appRole), stop: server.stop }
}

const openOwnServer = async (config: Config, address: string): Promise<Postgres> => {
  const owner = { connectionString: config.databaseDirectUrl ?? address }
  const password = createHmac('sha256', openKey(config)).update(`muster: password of ${appRole}`).digest('hex')
  const appAddress = new URL(address)
  appAddress.username = appRole
  appAddress.password = password
  const app = { connectionString: appAddress.href }
  await orSayWhy(() => ensureAppRole(owner, password), address)
  await orSayWhy(() => refuseForgetfulPooler(app), address)
  return { owner, app, stop: async () => undefined }
}

/** The key of this install, made at the first start. */
export const openKey = (config: Config): Buffer =>
  openKeyFile(config.keyFile, () => !existsSync(join(config.dataFolder, 'postgres/data')))

const wrongPassword = ['28P01', '28000']
const noSuchDatabase = '3D000'

const orSayWhy = async (step: () => Promise<void>, address: string): Promise<void> => {
  try {
    await step()
  } catch (failure) {
    throw failure instanceof CannotStart ? failure : new CannotStart(sentenceFor(failure, new URL(address)), failure)
  }
}

const sentenceFor = (failure: unknown, { host, pathname }: URL): string => {
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : ''
  if (wrongPassword.includes(code) && String(failure).includes(appRole)) {
    return (
      `The role ${appRole} exists on ${host} with another password. A Muster with another key file uses this server: ` +
      'use that key file (MUSTER_KEY_FILE), or a server of its own.'
    )
  }
  if (wrongPassword.includes(code)) return `The database on ${host} refuses the user or the password in DATABASE_URL.`
  if (code === noSuchDatabase) return `There is no database ${pathname.slice(1)} on ${host}; create it first.`
  return `The database on ${host} cannot be used: ${failure instanceof Error ? failure.message : String(failure)}.`
}

const sayOnError = (line: string) => void process.stderr.write(`${line}\n`)
