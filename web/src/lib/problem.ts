import type { z } from 'zod'
import type { FieldError } from '#kernel/problem.ts'

/** A refusal as the web sees it (RFC 9457), whether the server gave it or nothing could be reached. */
export class ProblemError extends Error {
  readonly slug: string
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly extras: Readonly<Record<string, unknown>>

  constructor({ slug, status, title, errors, extras }: ProblemParts) {
    super(title)
    this.name = 'ProblemError'
    this.slug = slug
    this.status = status
    this.errors = errors ?? []
    this.extras = extras ?? {}
  }
}

type ProblemParts = Readonly<{
  slug: string
  status: number
  title: string
  errors?: readonly FieldError[]
  extras?: Readonly<Record<string, unknown>>
}>

export const unreachable = (): ProblemError =>
  new ProblemError({
    slug: 'unreachable',
    status: 0,
    title: 'Muster cannot be reached. What you typed is kept; check your connection and try again.',
  })

/** Reads a refused response. A body that is no Problem comes from something between us and the server. */
export const problemOf = (status: number, body: unknown): ProblemError => {
  if (!isRecord(body) || typeof body.title !== 'string') {
    return new ProblemError({ slug: 'unexpected-answer', status, title: `The server answered with ${status}.` })
  }
  const { type, title, status: _, errors, ...extras } = body
  return new ProblemError({
    slug: typeof type === 'string' ? (type.split('/').at(-1) ?? '') : '',
    status,
    title,
    errors: Array.isArray(errors) ? errors.filter(isFieldError) : [],
    extras,
  })
}

/** What the input's own schema refuses is said the way the server would say it, without asking the server. */
export const problemOfInput = (error: z.ZodError): ProblemError =>
  problemOfFields(error.issues.map(({ path, message }) => ({ pointer: pointerOf(path), detail: message })))

/** For a form over several commands: what each of them refuses, shown together. */
export const problemOfFields = (errors: readonly FieldError[]): ProblemError =>
  new ProblemError({ slug: 'invalid-input', status: 422, title: 'Some of the details need attention.', errors })

/** Anything that was thrown, as something the screen can show. */
export const asProblem = (thrown: unknown): ProblemError =>
  thrown instanceof ProblemError
    ? thrown
    : new ProblemError({
        slug: 'defect',
        status: 0,
        title: 'Something went wrong on this page. What you typed is kept; load the page again.',
      })

const pointerOf = (path: readonly PropertyKey[]): string =>
  ['#', ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isFieldError = (value: unknown): value is FieldError =>
  isRecord(value) && typeof value.pointer === 'string' && typeof value.detail === 'string'
