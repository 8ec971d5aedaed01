import { z } from 'zod'
import type { Actor } from './actor.ts'
import { type Call, type Handler, JsonText, refuseIfOff, type Work, workOf } from './command.ts'
import { transaction } from './db.ts'
import { Download, type LookAgain } from './download.ts'
import type { Endpoint } from './endpoint.ts'
import type { OrganizationId } from './ids.ts'
import { forbidden, parse } from './problem.ts'
import type { Outside, Runtime } from './runtime.ts'

type Steps<Input, Result> = Readonly<{
  /** May this actor ask this at all? Which rows they see is `read`'s business: every list takes the actor. */
  allow: (actor: Actor, input: Input) => boolean
  /** JSON made by PostgreSQL may be passed through as `JsonText`; its shape is then held by its tests. */
  read: (work: Work, input: Input) => Promise<Result | JsonText>
}>

/** The read pipeline: the same gate as a command, read-only and without a journal. */
export const query =
  <I extends z.ZodType, O extends z.ZodType>(endpoint: Endpoint<I, O>) =>
  ({ allow, read }: Steps<z.output<I>, z.output<O>>): Handler => ({
    endpoint,
    execute: async (runtime, call) => {
      const input = parse(endpoint.input, call.input)
      if (!allow(call.actor, input)) throw forbidden({ query: endpoint.name })
      const result = await transaction(runtime.db, { ...call.actor, readOnly: true }, (tx) =>
        read(workOf(runtime, tx, call), input),
      )
      return answerOf(runtime, endpoint, { result, call })
    },
  })

type PublicSteps<Input, Result> = Readonly<{
  enter: (outside: Omit<Outside, 'now'>, input: Input) => OrganizationId
  read: (work: Work, input: Input) => Promise<Result | JsonText>
}>

/** A question from somebody who has not signed in: the token they carry says which organization it is about. */
export const publicQuery =
  <I extends z.ZodType, O extends z.ZodType>(endpoint: Endpoint<I, O> & Readonly<{ public: true }>) =>
  ({ enter, read }: PublicSteps<z.output<I>, z.output<O>>): Handler => ({
    endpoint,
    execute: async (runtime, call) => {
      const input = parse(endpoint.input, call.input)
      const actor = { ...call.actor, organizationId: enter(runtime.outside, input) }
      const result = await transaction(runtime.db, { ...actor, readOnly: true }, async (tx) => {
        await refuseIfOff(runtime, tx, endpoint)
        return read(workOf(runtime, tx, { ...call, actor }), input)
      })
      return answerOf(runtime, endpoint, { result, call: { ...call, actor } })
    },
  })

type Answered = Readonly<{ result: unknown; call: Call }>

const answerOf = (runtime: Runtime, { output }: Endpoint, { result, call }: Answered): unknown => {
  if (result instanceof Download) return flowing(runtime, result, call)
  if (!(result instanceof JsonText)) return new JsonText(JSON.stringify(z.encode(output, result)))
  // Passed-through JSON is checked while developing and testing; in production its tests vouch for it.
  if (runtime.checkAnswers) z.decode(output, JSON.parse(result.text))
  return result
}

/** A download that is read piece by piece gets a way to look again after this transaction is over. */
const flowing = (runtime: Runtime, download: Download, call: Call): Download => {
  if (typeof download.content !== 'function') return download
  const lookAgain: LookAgain = (read) =>
    transaction(runtime.db, { ...call.actor, readOnly: true }, (tx) => read(workOf(runtime, tx, call)))
  return new Download({ ...download, content: download.content(lookAgain) })
}
