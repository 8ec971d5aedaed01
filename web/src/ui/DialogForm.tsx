import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import type { ProblemError } from '#web/lib/problem.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type DialogFormProps = Readonly<{
  form: Readonly<{ submit: (event: FormEvent) => void; pending: boolean; problem: ProblemError | null }>
  /** The act, in the words of the dialog's title. */
  act: string
  onCancel: () => void
  tone?: 'plain' | 'danger'
  children: ReactNode
}>

/** The fields of a dialog, what refused them, and its two buttons. */
export const DialogForm = ({ form, act, onCancel, tone = 'plain', children }: DialogFormProps) => (
  <form onSubmit={form.submit} noValidate>
    <Stack gap="md">
      {children}
      <ProblemNote problem={form.problem} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" color={tone === 'danger' ? 'red' : 'brand'} loading={form.pending}>
          {act}
        </Button>
      </Group>
    </Stack>
  </form>
)
