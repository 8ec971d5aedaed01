import { type UseFormReturnType, useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { askDoor } from '#web/lib/askDoor.ts'
import { formProblems } from '#web/lib/formProblems.ts'
import { asProblem, type ProblemError } from '#web/lib/problem.ts'
import { refresh } from '#web/lib/queries.ts'
import { useStepUp, withStepUp } from '#web/lib/useStepUp.ts'

type Values = Record<string, string>
type Answer = Awaited<ReturnType<typeof askDoor>>
type DoorForm<V extends Values> = UseFormReturnType<V> &
  Readonly<{ submit: (event: FormEvent) => void; pending: boolean; problem: ProblemError | null }>

/**
 * A form for one way in, as `useCommandForm` is for a command: it asks for a confirmation where that is needed, what
 * is refused stands beside its field, and what the page knows of the person is loaded again afterwards.
 */
export const useDoorForm = <V extends Values>(
  path: string,
  { initial, onDone }: Readonly<{ initial: V; onDone: (answer: Answer) => void }>,
): DoorForm<V> => {
  const client = useQueryClient()
  const stepUp = useStepUp()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const form = useForm<V>({ initialValues: initial })
  const ask = async () => {
    setPending(true)
    setProblem(null)
    form.clearErrors()
    try {
      const answer = await withStepUp(stepUp, () => askDoor(path, form.getValues()))
      await refresh(client, ['access'])
      onDone(answer)
    } catch (thrown) {
      const refused = asProblem(thrown)
      setProblem(refused)
      form.setErrors(formProblems(refused))
    } finally {
      setPending(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void ask()
  }
  return Object.assign(form, { submit, pending, problem })
}
