import { z } from 'zod'
import type { Actor } from './actor.ts'
import { type Tx, transaction } from './db.ts'
import { type Endpoint, moduleOf } from './endpoint.ts'
import type { DomainEvent } from './event.ts'
import { earlierReply, inputHashOf, openReply, sealReply } from './idempotency.ts'
import type { OrganizationId, PersonId } from './ids.ts'
import { writeJournal } from './journal.ts'
import type { ModuleTable } from './module.ts'
import { forbidden, moduleOff, parse, stepUpRequired } from './problem.ts'
import type { Outside, Runtime } from './runtime.ts'
import type { StoredBlob } from './storage.ts'
import { tryAgain } from './try-again.ts'

/** Where a request came from, as far as it can be known: evidence for whoever signs something. */
export type Origin = Readonly<{ address: string; userAgent: string }>

/**
 * What a use case works with: one transaction, who asks, the time, and the few things that come from outside. The press
 * and the mail server are not among them: whoever waits for one holds no transaction meanwhile.
 */
export type Work = Readonly<{
  tx: Tx
  actor: Actor
  now: Date
  modules: ModuleTable
  /** The file that came with the request. */
  upload?: StoredBlob
  /** The file that a stranger sent: in memory only, because it belongs to no organization. */
  received?: Uint8Array
  /** Absent in reactions and schedules. */
  origin?: Origin
  /** In a reaction: the person whose act is being followed up. */
  causedBy?: PersonId
  /** Does a mail server deliver what is written? */
  deliversMail: boolean
}> &
  Omit<Outside, 'now' | 'documents' | 'mailer'>

/** What `prepare` works with, between two transactions. */
export type Ground = Omit<Work, 'tx'> & Pick<Outside, 'documents' | 'mailer'>

/** A command that changes something says what happened: at least one event, or it does not compile. */
export type Outcome<Result> = Readonly<{ result: Result; events: readonly [DomainEvent, ...DomainEvent[]] }>

type Steps<Input, Subject, Result, Prepared> = Readonly<{
  /** Fetch and lock what the command is about. It writes nothing: it also runs when the answer turns out to be kept. */
  load: (work: Work, input: Input) => Promise<Subject>
  /** May this actor do this to this subject? Required: there is no public command by omission. */
  allow: (actor: Actor, subject: Subject, input: Input) => boolean
  /**
   * What takes seconds and no database, such as reading a file from outside: done between two transactions, because one
   * that waits keeps its locks and its connection. Whoever may not do it is refused before; `load` and `allow` come again.
   */
  prepare?: (ground: Ground, subject: Subject, input: Input) => Promise<Prepared>
  /**
   * The business step. Refuses by throwing a Problem, which rolls everything back. It comes again when others were at the
   * same rows, so it does nothing outside the database but store bytes under their own hash.
   */
  run: (work: Work & Readonly<{ prepared: Prepared }>, subject: Subject, input: Input) => Promise<Outcome<Result>>
}>

export type Call = Readonly<{ actor: Actor; now: Date; input: unknown; key?: string }> &
  Pick<Work, 'upload' | 'received' | 'origin'>

export type Handler = Readonly<{
  endpoint: Endpoint
  /** The answer as JSON text, or as a download. */
  execute: (runtime: Runtime, call: Call) => Promise<unknown>
}>

/** Minutes for which a sign-in or a confirmation counts as fresh. */
const freshForMs = 5 * 60_000

export const command =
  <I extends z.ZodType, O extends z.ZodType>(endpoint: Endpoint<I, O>) =>
  <Subject, Prepared = undefined>({
    load,
    allow,
    prepare,
    run,
  }: Steps<z.output<I>, Subject, z.output<O>, Prepared>): Handler => ({
    endpoint,
    execute: async (runtime, call) => {
      const { actor, now } = call
      const { secrets } = runtime.outside
      const input = parse(endpoint.input, call.input)
      const claim = claimOf(endpoint, call)
      const enter = async (
        tx: Tx,
      ): Promise<Readonly<{ reply: string }> | Readonly<{ work: Work; subject: Subject }>> => {
        const work = workOf(runtime, tx, call)
        const earlier = claim && earlierReply(tx, secrets, claim)
        // Sent right behind, in the same message: nearly always there is no earlier reply.
        const loading = load(work, input)
        await Promise.allSettled([earlier, loading])
        const reply = await earlier
        if (claim && reply) return { reply: endpoint.sealsAnswer ? openReply(secrets, claim, reply) : reply }
        const subject = await loading
        if (!allow(actor, subject, input)) throw forbidden({ command: endpoint.name })
        if (endpoint.stepUp && !isFresh(actor, now)) throw stepUpRequired({ command: endpoint.name })
        return { work, subject }
      }
      const inTransaction = <Done>(step: (tx: Tx) => Promise<Done>) =>
        tryAgain(runtime.outside, () => transaction(runtime.db, actor, step))
      const ahead = prepare && (await inTransaction(enter))
      if (ahead && 'reply' in ahead) return new JsonText(ahead.reply)
      // Without `prepare` nothing can be expected of it: then `Prepared` is undefined.
      const prepared = (ahead && (await prepare?.(groundOf(runtime, ahead.work), ahead.subject, input))) as Prepared
      let delivers = false
      const reply = await inTransaction(async (tx) => {
        const entered = await enter(tx)
        if ('reply' in entered) return entered.reply
        const { result, events } = await run({ ...entered.work, prepared }, entered.subject, input)
        const text = JSON.stringify(z.encode(endpoint.output, result))
        const answer = claim && {
          key: claim.key,
          inputHash: inputHashOf(secrets, claim),
          reply: endpoint.sealsAnswer ? sealReply(secrets, claim, text) : text,
        }
        const record = { actor, command: endpoint.name, now, events }
        delivers = writeJournal(tx, deps(runtime), { ...record, ...(answer ? { answer } : {}) })
        return text
      })
      if (delivers) runtime.wake()
      return new JsonText(reply)
    },
  })

/** What a key was used for: the command, what was said, and the file that came with it. */
const claimOf = ({ name }: Endpoint, { actor, key, input, upload }: Call) =>
  key === undefined ? undefined : { ...actor, key, command: name, input, sha256: upload?.sha256 }

export const groundOf = ({ outside }: Pick<Runtime, 'outside'>, { tx: _, ...ground }: Work): Ground => {
  const { documents, mailer } = outside
  return { ...ground, documents, ...(mailer ? { mailer } : {}) }
}

type PublicSteps<Input, Result> = Readonly<{
  /** The organization a stranger's request is about: told by the token they carry, or a new one. */
  enter: (outside: Omit<Outside, 'now'>, input: Input) => OrganizationId
  run: (work: Work, input: Input) => Promise<Outcome<Result>>
}>

/** A command for somebody who has not signed in, such as accepting an invitation. What they carry is the permission. */
export const publicCommand =
  <I extends z.ZodType, O extends z.ZodType>(endpoint: Endpoint<I, O> & Readonly<{ public: true }>) =>
  ({ enter, run }: PublicSteps<z.output<I>, z.output<O>>): Handler => ({
    endpoint,
    execute: async (runtime, { actor: stranger, ...call }) => {
      const input = parse(endpoint.input, call.input)
      const actor = { ...stranger, organizationId: enter(runtime.outside, input) }
      const step = async (tx: Tx) => {
        await refuseIfOff(runtime, tx, endpoint)
        const { result, events } = await run(workOf(runtime, tx, { ...call, actor }), input)
        writeJournal(tx, deps(runtime), { actor, command: endpoint.name, now: call.now, events })
        return JSON.stringify(z.encode(endpoint.output, result))
      }
      const reply = await tryAgain(runtime.outside, () => transaction(runtime.db, actor, step))
      runtime.wake()
      return new JsonText(reply)
    },
  })

/** A link that was given out opens nothing of a module that was switched off since. */
export const refuseIfOff = async ({ modulesOff }: Runtime, tx: Tx, endpoint: Endpoint): Promise<void> => {
  const module = moduleOf(endpoint)
  if ((await modulesOff(tx)).includes(module)) throw moduleOff({ module })
}

/** JSON that is ready to send, so that nobody parses it only to print it again. */
export class JsonText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export const isFresh = ({ confirmedAt }: Actor, now: Date): boolean =>
  confirmedAt !== undefined && now.getTime() - confirmedAt.getTime() < freshForMs

const deps = ({ outside, reactions }: Runtime) => ({ newId: outside.newId, reactions })

export const workOf = (runtime: Runtime, tx: Tx, call: Omit<Call, 'input'>): Work => {
  const { actor, now, upload, received, origin } = call
  const { documents: _, mailer, ...outside } = runtime.outside
  return {
    ...outside,
    deliversMail: mailer !== undefined,
    modules: runtime.modules,
    tx,
    actor,
    now,
    ...(upload ? { upload } : {}),
    ...(received ? { received } : {}),
    ...(origin ? { origin } : {}),
  }
}
