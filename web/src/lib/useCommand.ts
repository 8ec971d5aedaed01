import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { call } from '#web/lib/call.ts'
import { newKey } from '#web/lib/newKey.ts'
import { asProblem, type ProblemError } from '#web/lib/problem.ts'
import { refresh } from '#web/lib/queries.ts'
import { wireOf } from '#web/lib/request.ts'
import { useStepUp, withStepUp } from '#web/lib/useStepUp.ts'

type Result<I extends z.ZodType, O extends z.ZodType> = UseMutationResult<z.output<O>, ProblemError, z.output<I>>

export type Command<I extends z.ZodType, O extends z.ZodType> = Omit<Result<I, O>, 'mutate'> &
  Readonly<{
    /** Does it; a refusal is in `error`. What follows on success happens even when the button has gone by then. */
    mutate: (input: z.output<I>, follow?: Follow<z.output<O>>) => void
  }>

type Follow<Answer> = Readonly<{ onSuccess?: (answer: Answer) => void; onError?: (problem: ProblemError) => void }>

/**
 * A command as a hook: `const approval = useCommand(approveInvoice, ['invoices'])`, then `approval.mutate(input)`.
 * One idempotency key belongs to one intention: a second press or a retry of the same input carries the same key, so it
 * cannot happen twice; once it has happened, or when the input is another one, the next try is a new intention.
 */
export const useCommand = <I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  refreshes: readonly string[],
): Command<I, O> => {
  const client = useQueryClient()
  const stepUp = useStepUp()
  const intention = useRef<Readonly<{ said: string; key: string }>>(undefined)
  const mutation = useMutation<z.output<O>, ProblemError, z.output<I>>({
    mutationFn: async (input) => {
      try {
        const said = JSON.stringify(wireOf(endpoint, input))
        const key = intention.current?.said === said ? intention.current.key : newKey()
        intention.current = { said, key }
        const answer = await withStepUp(stepUp, () => call(endpoint, input, { key }))
        intention.current = undefined
        return answer
      } catch (thrown) {
        throw asProblem(thrown)
      }
    },
    onSuccess: () => refresh(client, refreshes),
  })
  const { mutateAsync } = mutation
  // The library forgets what should follow once the component is gone, and the refresh above may take it away: the
  // last invoice of an inbox was approved without a word.
  const mutate: Command<I, O>['mutate'] = useCallback(
    (input, follow) => {
      mutateAsync(input).then(
        (answer) => follow?.onSuccess?.(answer),
        (refused) => follow?.onError?.(refused),
      )
    },
    [mutateAsync],
  )
  return { ...mutation, mutate }
}
