import type { z } from 'zod'
import type { Standing } from './standing.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * A question or an order the outside may put to Muster, as a value: the server mounts it, the web calls it, OpenAPI
 * prints it, the tests walk it.
 */
export type Endpoint<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = Readonly<{
  /** `module.verb`, unique: `invoices.approve`. */
  name: string
  method: Method
  /** Below `/api/v1`, with `:parameters` that are properties of the input. */
  path: string
  /** One line for the reference. */
  summary: string
  input: Input
  output: Output
  /** Reachable without signing in. Every such endpoint is listed by name in `every-endpoint.test.ts`. */
  public?: true
  /** Only within minutes of a sign-in or of confirming it again: reveal, bank change, release. */
  stepUp?: true
  /** The answer holds a secret: it is never kept in clear, not even for a retry. */
  sealsAnswer?: true
  /** A command that contractors use: in which standing. Members who may use it, too, are not concerned. */
  inPortal?: readonly Standing[]
  /** The body is one file, streamed to storage before the command runs. */
  upload?: Readonly<{ maxBytes: number }>
}>

export const endpoint = <Input extends z.ZodType, Output extends z.ZodType>(declaration: Endpoint<Input, Output>) =>
  declaration

/** The module an endpoint belongs to: the first word of its name. */
export const moduleOf = ({ name }: Pick<Endpoint, 'name'>): string => name.split('.')[0] ?? name

/** Commands change something, queries only look. */
export const isCommand = ({ method }: Pick<Endpoint, 'method'>): boolean => method !== 'GET'
