import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Checkpoints } from './checkpoints.ts'
import type { Database, Tx } from './db.ts'
import type { Documents } from './documents/documents.ts'
import type { TrustedProxies } from './http/client-address.ts'
import type { AnyId } from './ids.ts'
import type { Mailer } from './mailer.ts'
import type { ModuleTable } from './module.ts'
import type { ReactionTable } from './reaction.ts'
import type { Secrets } from './secrets.ts'
import type { Storage } from './storage.ts'

/** What comes from outside the rules: time, ids, chance, keys, files. Passed in, so that tests and the demo can choose it. */
export type Outside = Readonly<{
  now: () => Date
  /** A new UUIDv7 under the brand of the given id: `newId(InvoiceId)`. */
  newId: <Id extends AnyId>(kind: Id) => z.output<Id>
  randomBytes: (count: number) => Uint8Array
  secrets: Secrets
  storage: Storage
  documents: Documents
  checkpoints: Checkpoints
  /** Absent while no mail server is set up. */
  mailer?: Mailer
  /** Where people reach this install, for links in mails. */
  baseUrl: string
}>

/** Everything the pipelines need. Modules never see it: they get `Work`. */
export type Runtime = Readonly<{
  db: Database
  outside: Outside
  reactions: ReactionTable
  modules: ModuleTable
  /** Parse passed-through JSON too: always in tests and development. */
  checkAnswers: boolean
  isTrustedProxy: TrustedProxies
  /** What the organization of a transaction has switched off, for strangers: of everybody else the actor says it. */
  modulesOff: (tx: Tx) => Promise<readonly string[]>
  /** Tells the worker of this process that there may be something to deliver. */
  wake: () => void
  log: Logger
}>
