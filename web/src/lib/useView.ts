import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { ProblemError } from '#web/lib/problem.ts'
import { viewOptions } from '#web/lib/queries.ts'

type ViewOptions = Readonly<{
  /** Ask only when this holds, for instance once something is chosen. */
  enabled?: boolean
  /** Show the answer to the previous input until the next one is there: for search as one types. */
  keepPrevious?: boolean
}>

/** What an endpoint answers, kept fresh: `const invoice = useView(showInvoice, { invoiceId })`. */
export const useView = <I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  input: z.output<I>,
  { enabled = true, keepPrevious = false }: ViewOptions = {},
): UseQueryResult<z.output<O>, ProblemError> =>
  useQuery({
    ...viewOptions(endpoint, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
