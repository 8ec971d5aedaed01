import type { z } from 'zod'

/** A field that was refused: a JSON pointer into the request (RFC 6901, as a URI fragment) and a plain sentence. */
export type FieldError = Readonly<{ pointer: string; detail: string }>
type Extras = Readonly<Record<string, unknown>>

/**
 * An answer the caller can act on (RFC 9457). Thrown where the rule is; it rolls the transaction back and
 * `http.ts` turns it into `application/problem+json`. Everything else that is thrown is a defect and becomes a bare 500.
 */
export class Problem extends Error {
  readonly slug: string
  readonly status: number
  readonly extras: Extras

  constructor(slug: string, status: number, title: string, extras: Extras = {}) {
    super(title)
    this.name = 'Problem'
    this.slug = slug
    this.status = status
    this.extras = extras
  }

  /** Core members win over extension members, so that no extra can disguise a refusal. */
  toJSON() {
    return { ...withFewErrors(this.extras), type: `/problems/${this.slug}`, title: this.message, status: this.status }
  }
}

/** As many as a form has fields. What is refused must not grow with what was sent. */
const mostErrors = 50
const longestPointer = 200
const longestDetail = 400

const withFewErrors = ({ errors, ...extras }: Extras): Extras => {
  if (!Array.isArray(errors)) return errors === undefined ? extras : { ...extras, errors }
  const told = (errors as readonly FieldError[]).slice(0, mostErrors).map(({ pointer, detail, ...more }) => ({
    ...more,
    pointer: cut(pointer, longestPointer),
    detail: cut(detail, longestDetail),
  }))
  const untold = errors.length - told.length
  return { ...extras, errors: told, ...(untold > 0 ? { furtherErrors: untold } : {}) }
}

const cut = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text

export type ProblemKind = Readonly<{ slug: string; status: number; title: string }>

const declared = new Map<string, ProblemKind>()

/** Every problem declared so far: the source of `docs/problems.md` and of the test that holds it complete. */
export const declaredProblems = (): readonly ProblemKind[] => [...declared.values()]

/**
 * Declares a refusal once per module. The title is a whole sentence fit for the screen; what varies goes into `extras`.
 * `errors` in the extras point at fields and are shown beside them.
 */
export const problem = (slug: string, status: number, title: string) => {
  if (declared.has(slug)) throw new Error(`The problem ${slug} is declared twice.`)
  declared.set(slug, { slug, status, title })
  return Object.assign(
    (extras?: Extras & Readonly<{ errors?: readonly FieldError[] }>) => new Problem(slug, status, title, extras),
    {
      slug,
    },
  )
}

export const unauthenticated = problem('unauthenticated', 401, 'Sign in to do this.')
export const forbidden = problem('forbidden', 403, 'Your role does not allow this.')
export const crossSite = problem(
  'cross-site',
  403,
  'This came from a page at another address than that of Muster. Open Muster at its own address and try again.',
)
export const notAsThingsStand = problem(
  'not-as-things-stand',
  403,
  'As things stand between you and this organization, this cannot be done any more. Ask your contact there.',
)
export const notFound = problem('not-found', 404, 'There is nothing here, or it is not yours to see.')
export const stale = problem(
  'stale',
  409,
  'This was changed by someone else in the meantime. Load it again and repeat your change.',
)
export const raced = problem(
  'done-at-once',
  409,
  'Somebody else was at the same thing at the same moment. Load it again and look before you repeat this.',
)
export const invalidInput = problem('invalid-input', 422, 'Some of the details need attention.')
export const numberTooLarge = problem('number-too-large', 422, 'A number is larger than can be kept here.')
export const keyReused = problem(
  'idempotency-key-reused',
  422,
  'This idempotency key was already used for a different request.',
)
export const tooManyRequests = problem('too-many-requests', 429, 'Too many requests. Wait a moment and try again.')
export const moduleOff = problem('module-off', 403, 'This part of Muster is switched off here.')
export const stepUpRequired = problem('step-up-required', 403, 'Confirm that it is you before this can go ahead.')
export const unavailable = problem(
  'provider-unavailable',
  503,
  'A service this needs is not answering. Try again shortly: the same request never happens twice.',
)

/** Parses what came from outside; a refusal names each field by its JSON pointer. */
export const parse = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const parsed = schema.safeDecode(input as z.input<Schema>)
  if (parsed.success) return parsed.data
  // One more than is told is enough to say that there are more.
  throw invalidInput({ errors: parsed.error.issues.slice(0, mostErrors + 1).flatMap(fieldErrors) })
}

const fieldErrors = (issue: z.core.$ZodIssue): readonly FieldError[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.slice(0, mostErrors + 1).map((key) => ({
        pointer: pointerOf([...issue.path, key]),
        detail: 'This property is not known here.',
      }))
    : [{ pointer: pointerOf(issue.path), detail: sentence(issue.message) }]

const pointerOf = (path: readonly PropertyKey[]): string =>
  ['#', ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')

const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`)
