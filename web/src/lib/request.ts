import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { organizationInPath } from '#web/lib/organizationInPath.ts'
import { problemOf, problemOfInput, unreachable } from '#web/lib/problem.ts'

const base = '/api/v1'

type Wire = Readonly<Record<string, unknown>>
export type Sent = Readonly<{ url: string; headers: Record<string, string>; body?: string }>

/** What goes over the wire for an input, refused here already where its schema refuses it. */
export const wireOf = <I extends z.ZodType>(endpoint: Endpoint<I>, input: z.output<I>): Wire => {
  const encoded = z.safeEncode(endpoint.input, input)
  if (!encoded.success) throw problemOfInput(encoded.error)
  // Every endpoint takes an object: the server merges path, query and body into one.
  return encoded.data as Wire
}

/**
 * Fills the path, puts the rest into the query (GET, uploads) or into the body. The organization is the one whose page
 * is open, unless another is named: a page may be loaded ahead before it is opened.
 */
export const requestOf = (
  endpoint: Endpoint,
  wire: Wire,
  organization = organizationInPath(window.location.pathname),
): Sent => {
  const inPath = new Set<string>()
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    inPath.add(name)
    return encodeURIComponent(String(wire[name]))
  })
  const rest = Object.entries(wire).filter(([name, value]) => !inPath.has(name) && value !== undefined)
  const headers: Record<string, string> = organization === undefined ? {} : { 'muster-organization': organization }
  if (endpoint.method === 'GET' || endpoint.upload) return { url: `${base}${path}${queryOf(rest)}`, headers }
  return {
    url: `${base}${path}`,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(rest)),
  }
}

/** Sends it; a refusal is thrown as a `ProblemError`, a call that was given up stays what it is. */
export const send = async (sent: Sent, init: RequestInit): Promise<Response> => {
  const response = await fetch(sent.url, {
    ...init,
    headers: { ...sent.headers, ...init.headers },
    ...(sent.body === undefined ? {} : { body: sent.body }),
  }).catch((error: unknown) => {
    throw init.signal?.aborted ? error : unreachable()
  })
  if (response.ok) return response
  throw problemOf(response.status, await response.json().catch(() => undefined))
}

const queryOf = (entries: readonly (readonly [string, unknown])[]): string => {
  const query = new URLSearchParams()
  for (const [name, value] of entries)
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null) query.append(name, String(one))
  return query.size === 0 ? '' : `?${query}`
}
