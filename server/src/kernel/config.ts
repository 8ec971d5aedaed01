import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '#kernel/cannot-start.ts'
import { isNetwork } from '#kernel/http/client-address.ts'
import { withoutTrailing } from '#kernel/trailing.ts'

export type Config = Readonly<{
  port: number
  host: string
  /** Absolute. Everything this install keeps that is not in a database named by `databaseUrl`. */
  dataFolder: string
  databaseUrl: string | undefined
  /** The same database without a pooler between: for migrations and LISTEN. */
  databaseDirectUrl: string | undefined
  keyFile: string
  /** What tells this install from a copy of it; on another disk it also tells that this one was set back. */
  epochFile: string
  /** The address that people and links in mails use, without a slash at the end. */
  url: string
  smtpUrl: string | undefined
  /** Addresses and networks of the proxies in front, whose word about where a request came from is taken. */
  trustedProxies: readonly string[]
  logLevel: (typeof logLevels)[number]
  role: (typeof roles)[number]
  postgresPrograms: string | undefined
}>

type Environment = Readonly<Record<string, string | undefined>>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const roles = ['all', 'api', 'worker'] as const

const urlOf = (protocols: readonly string[], sentence: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), sentence)

const postgresUrl = (name: string) =>
  urlOf(['postgres:', 'postgresql:'], `${name} must be an address such as postgres://user:password@host:5432/muster.`)

/** Every variable Muster reads, in the order `muster config` prints them. An empty value counts as not given. */
const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT must be a number from 0 to 65535.')
    .transform(Number)
    .refine((port) => port <= 65_535, 'PORT must be a number from 0 to 65535.')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  MUSTER_DATA: z.string().default('./data'),
  DATABASE_URL: postgresUrl('DATABASE_URL').optional(),
  DATABASE_DIRECT_URL: postgresUrl('DATABASE_DIRECT_URL').optional(),
  MUSTER_KEY_FILE: z.string().optional(),
  MUSTER_EPOCH_FILE: z.string().optional(),
  MUSTER_URL: urlOf(
    ['http:', 'https:'],
    'MUSTER_URL must be the address people use, such as https://muster.example.com.',
  ).optional(),
  SMTP_URL: urlOf(
    ['smtp:', 'smtps:'],
    'SMTP_URL must be an address such as smtp://user:password@mail.example.com:587.',
  ).optional(),
  MUSTER_TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .refine(
      (networks) => networks.every(isNetwork),
      'MUSTER_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.7, 192.168.0.0/16.',
    )
    .default([]),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`).default('info'),
  MUSTER_ROLE: z.enum(roles, `MUSTER_ROLE must be one of ${roles.join(', ')}.`).default('all'),
  MUSTER_PG_BIN: z.string().optional(),
})

/** Reads the environment, or refuses with one sentence for each value that cannot be meant. */
export const readConfig = (environment: Environment, workingFolder: string): Config => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== '' && value !== undefined),
  )
  const { data: read, error } = Environment.safeParse(given)
  if (read === undefined) throw new CannotStart(error.issues.map((issue) => issue.message).join('\n'))
  refuseContradictions(read)
  const dataFolder = resolve(workingFolder, read.MUSTER_DATA)
  return Object.freeze({
    port: read.PORT,
    host: read.HOST,
    dataFolder,
    databaseUrl: read.DATABASE_URL,
    databaseDirectUrl: read.DATABASE_DIRECT_URL ?? read.DATABASE_URL,
    keyFile:
      read.MUSTER_KEY_FILE === undefined
        ? join(dataFolder, 'muster.key')
        : resolve(workingFolder, read.MUSTER_KEY_FILE),
    epochFile:
      read.MUSTER_EPOCH_FILE === undefined
        ? join(dataFolder, 'muster.epoch')
        : resolve(workingFolder, read.MUSTER_EPOCH_FILE),
    url: withoutTrailing(read.MUSTER_URL ?? `http://${reachableHost(read.HOST)}:${read.PORT}`, '/'),
    smtpUrl: read.SMTP_URL,
    trustedProxies: read.MUSTER_TRUSTED_PROXIES,
    logLevel: read.LOG_LEVEL,
    role: read.MUSTER_ROLE,
    postgresPrograms: read.MUSTER_PG_BIN === undefined ? undefined : resolve(workingFolder, read.MUSTER_PG_BIN),
  })
}

const refuseContradictions = (read: z.output<typeof Environment>): void => {
  if (read.DATABASE_DIRECT_URL !== undefined && read.DATABASE_URL === undefined) {
    throw new CannotStart('DATABASE_DIRECT_URL only goes with DATABASE_URL, which is not set.')
  }
  if (read.MUSTER_ROLE !== 'all' && read.DATABASE_URL === undefined) {
    throw new CannotStart(
      `MUSTER_ROLE=${read.MUSTER_ROLE} needs a DATABASE_URL, because the embedded database serves one process.`,
    )
  }
}

/** "Listen everywhere" is no address to open in a browser, and a passkey belongs to a name, never to a number. */
const reachableHost = (host: string): string => {
  if (['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)) return 'localhost'
  return isIP(host) === 6 ? `[${host}]` : host
}

export type Setting = Readonly<{ name: string; value: string; given: boolean; about: string }>

/** Each variable with the value in force, for `muster config`; passwords do not leave. */
export const describeConfig = (config: Config, environment: Environment): readonly Setting[] =>
  (
    [
      ['PORT', String(config.port), 'port to listen on'],
      ['HOST', config.host, 'address to listen on; 0.0.0.0 for every network'],
      ['MUSTER_DATA', config.dataFolder, 'folder for database, files and key'],
      [
        'DATABASE_URL',
        masked(config.databaseUrl),
        'a PostgreSQL 15 or newer of your own; without it one is embedded',
      ],
      ['DATABASE_DIRECT_URL', masked(config.databaseDirectUrl), 'the same without a pooler, for migrations'],
      ['MUSTER_KEY_FILE', config.keyFile, 'key that seals bank accounts and tax numbers; keep a copy elsewhere'],
      ['MUSTER_EPOCH_FILE', config.epochFile, 'tells this install from a copy; best on another disk than the rest'],
      ['MUSTER_URL', config.url, 'address that people and mails use'],
      ['SMTP_URL', masked(config.smtpUrl), 'mail server; without it mails are kept under outgoing mail and not sent'],
      [
        'MUSTER_TRUSTED_PROXIES',
        config.trustedProxies.join(', '),
        'addresses or networks of the proxies in front, which tell where a request came from',
      ],
      ['LOG_LEVEL', config.logLevel, logLevels.join(', ')],
      ['MUSTER_ROLE', config.role, 'all in one process, or api and worker apart'],
      ['MUSTER_PG_BIN', config.postgresPrograms ?? '', 'programs of another PostgreSQL for the embedded database'],
    ] as const
  ).map(([name, value, about]) => ({ name, value, about, given: Boolean(environment[name]) }))

const masked = (address: string | undefined): string => {
  if (address === undefined) return ''
  const url = new URL(address)
  if (url.password !== '') url.password = '****'
  for (const name of url.searchParams.keys()) if (/pass/i.test(name)) url.searchParams.set(name, '****')
  return url.href
}
