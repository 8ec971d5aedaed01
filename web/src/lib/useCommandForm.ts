import { type UseFormReturnType, useForm } from '@mantine/form'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { useDraftName } from '#web/lib/drafts.ts'
import { formProblems } from '#web/lib/formProblems.ts'
import { type ProblemError, problemOfInput } from '#web/lib/problem.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { forget, recall, store } from '#web/lib/useRemembered.ts'

type Values = Record<string, unknown>

type FormOptions<I extends z.ZodType, O extends z.ZodType, V extends Values> = Readonly<{
  initial: V
  /** The command's input in wire form: amounts as `{ amount, currency }`, dates and ids as text. */
  inputFrom: (values: V) => z.input<I>
  /** As for `useCommand`: what it makes old. */
  refreshes: readonly string[]
  /** With the answer, and with what was sent. */
  onDone: (answer: z.output<O>, values: V) => void
  /** A name keeps what is typed in this browser until it is sent: `{ name: 'contractor', never: ['tin'] }`. */
  draft?: Readonly<{ name: string; never: readonly (keyof V & string)[] }>
}>

export type CommandForm<V extends Values> = UseFormReturnType<V> &
  Readonly<{
    submit: (event: FormEvent) => void
    pending: boolean
    problem: ProblemError | null
    /** Something typed earlier was put back: say so and offer `discard`. */
    isRestored: boolean
    discard: () => void
  }>

/**
 * A form for one command: the endpoint's own schema checks it, refusals stand beside their fields, and what is typed
 * survives an error, a lapse of the session and a closed tab.
 */
export const useCommandForm = <I extends z.ZodType, O extends z.ZodType, V extends Values>(
  endpoint: Endpoint<I, O>,
  { initial, inputFrom, refreshes, onDone, draft }: FormOptions<I, O, V>,
): CommandForm<V> => {
  const command = useCommand(endpoint, refreshes)
  const draftName = useDraftName(draft?.name)
  const [kept] = useState(() => (draftName === undefined ? undefined : recall(draftName, Draft)))
  const [isRestored, setIsRestored] = useState(kept !== undefined)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const form = useForm<V>({
    initialValues: { ...initial, ...kept },
    onValuesChange: (values) => {
      if (draftName !== undefined) store(draftName, without(values, draft?.never ?? []))
    },
  })
  const refuse = (refused: ProblemError) => {
    setProblem(refused)
    form.setErrors(formProblems(refused))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.clearErrors()
    setProblem(null)
    const input = z.safeDecode(endpoint.input, inputFrom(form.getValues()))
    if (!input.success) {
      refuse(problemOfInput(input.error))
      return
    }
    command.mutate(input.data, {
      onError: refuse,
      onSuccess: (answer) => {
        if (draftName !== undefined) forget(draftName)
        onDone(answer, form.getValues())
      },
    })
  }
  const discard = () => {
    setIsRestored(false)
    form.setValues(initial)
    if (draftName !== undefined) forget(draftName)
  }
  return Object.assign(form, {
    submit,
    pending: command.isPending,
    problem,
    isRestored,
    discard,
  })
}

const Draft = z.record(z.string(), z.unknown())

/** What must not lie about in a browser: numbers of people and banks, passwords. */
const without = (values: Values, never: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !never.includes(name)))
