import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import { JsonText } from '#kernel/command.ts'
import { Download } from '#kernel/download.ts'
import { numberTooLarge, Problem, problem, raced, unavailable } from '#kernel/problem.ts'
import { type Storage, storageFull } from '#kernel/storage.ts'
import { isRaced } from '#kernel/try-again.ts'
import { restArrived } from './rest-of-request.ts'

export const internalError = problem('internal-error', 500, 'Something went wrong on our side. Nothing was changed.')

type Ground = Readonly<{
  storage: Storage
  organizationId: string
  /** Whether whoever asked is still who they were: asked before every piece of what takes its time. */
  stillMay: () => Promise<boolean>
}>

/** Turns what a handler gave into a response. Answers to signed-in people are nobody else's to cache. */
export const answer = (
  context: Context,
  result: unknown,
  { storage, organizationId, stillMay }: Ground,
): Response => {
  if (result instanceof Download) return download(result, { storage, organizationId, stillMay })
  const text = result instanceof JsonText ? result.text : JSON.stringify(result)
  return context.body(text, 200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
}

/** Types a browser shows without running anything in them. */
const showable = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp'])

const download = ({ fileName, mediaType, content, inline }: Download, ground: Ground): Response => {
  const disposition = inline && showable.has(mediaType) ? 'inline' : 'attachment'
  return new Response(bodyOf(content, ground), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    },
  })
}

type Body = ConstructorParameters<typeof Response>[0]

const bodyOf = (content: Download['content'], { storage, organizationId, stillMay }: Ground): Body => {
  if (typeof content === 'string') return content
  if (content instanceof Uint8Array) return new Uint8Array(content)
  if (typeof content === 'function') throw new Error('A download reached the wire without its pieces.')
  const source = 'sha256' in content ? storage.open(organizationId, content.sha256) : content
  return Readable.toWeb(Readable.from(whileAllowed(source, stillMay), { objectMode: false })) as unknown as Body
}

type Piece = Uint8Array | string

/** Whoever was locked out gets no more of it: the answer breaks off, so that nobody takes a part for the whole. */
async function* whileAllowed(pieces: AsyncIterable<Piece>, stillMay: () => Promise<boolean>): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    if (!(await stillMay())) throw new Error('An answer was broken off: whoever asked may not have it any more.')
    yield piece
  }
}

/** A Problem as it is; an outage in plain words; anything else is a defect: logged with the request id, answered bare. */
export const refusal = async (context: Context, error: unknown, log: Logger): Promise<Response> => {
  const known = error instanceof Problem ? error : (collision(error) ?? overflow(error) ?? outage(error))
  const told = known ?? internalError()
  if (told.slug === raced.slug) log.warn({ err: error, requestId: context.get('requestId') }, 'others came between')
  if (!known) log.error({ err: error, requestId: context.get('requestId') }, 'a request failed')
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
  if (told.status === 429 || told.status === 503) headers['retry-after'] = String(told.extras.retryAfterSeconds ?? 5)
  if (!(await restArrived(context.env?.incoming))) headers.connection = 'close'
  return new Response(JSON.stringify({ ...told.toJSON(), requestId: context.get('requestId') }), {
    status: told.status,
    headers,
  })
}

/** Four tries did not come through. A constraint that is met again and again wants a refusal of its own: it is logged by name. */
const collision = (error: unknown): Problem | undefined => (isRaced(error) ? raced() : undefined)

const outOfRange = '22003'
/** Each number fitted its form, and what follows from them fits no column. */
const overflow = (error: unknown): Problem | undefined =>
  (error as { code?: string } | undefined)?.code === outOfRange
    ? numberTooLarge({ errors: [{ pointer: '#', detail: 'A number here, or what follows from it, is too large.' }] })
    : undefined

const diskFull = '53100'
/** Connection lost, server shutting down or starting, too many connections, statement cancelled by its time limit. */
const passing = /^(08...|57P0.|53300|57014|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/

const outage = (error: unknown): Problem | undefined => {
  const code = (error as { code?: string } | undefined)?.code ?? ''
  if (code === diskFull || code === 'ENOSPC') return storageFull()
  const lost =
    error instanceof Error && /Connection terminated|connection error|timeout exceeded/i.test(error.message)
  return lost || passing.test(code) ? unavailable() : undefined
}
