import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { call } from '#web/lib/call.ts'
import { organizationInPath } from '#web/lib/organizationInPath.ts'
import type { ProblemError } from '#web/lib/problem.ts'
import { wireOf } from '#web/lib/request.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ProblemError
  }
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        // Long enough that "back" finds the list it left, with the rows it had scrolled to.
        gcTime: 15 * 60_000,
        // A refusal stays a refusal; only what may pass by itself is asked again.
        retry: (count, problem) => count < 2 && (problem.status === 0 || problem.status === 503),
      },
      mutations: { retry: false },
    },
  })

/** `[organization, module, verb]`: the beginning of every key, so that a command can refresh a module or one view of it. */
export const keyOf = (
  name: string,
  organization = organizationInPath(window.location.pathname) ?? '',
): readonly string[] => [organization, ...name.split('.')]

/**
 * A view as TanStack Query wants it, for `useView` and for loaders. A loader runs before its page is open and therefore
 * names the organization: `queryClient.ensureQueryData(viewOptions(showInvoice, { invoiceId }, params.organization))`.
 */
export const viewOptions = <I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  input: z.output<I>,
  organization?: string,
) =>
  queryOptions<z.output<O>, ProblemError>({
    queryKey: [...keyOf(endpoint.name, organization), askedOf(endpoint, input)],
    queryFn: ({ signal }) => call(endpoint, input, { signal, ...(organization ? { organization } : {}) }),
  })

/** The input as a part of a key. One that its schema refuses gets its refusal from the call, not while a page renders. */
export const askedOf = <I extends z.ZodType>(endpoint: Endpoint<I>, input: z.output<I>): unknown => {
  try {
    return wireOf(endpoint, input)
  } catch {
    return 'refused'
  }
}

/** Throws away what a command made old: everything of a module (`invoices`) or one view (`invoices.list`). */
export const refresh = async (client: QueryClient, names: readonly string[]): Promise<void> => {
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: keyOf(name) })))
}
