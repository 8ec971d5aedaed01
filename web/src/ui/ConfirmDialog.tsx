import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ProblemError } from '#web/lib/problem.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type ConfirmDialogProps = Readonly<{
  opened: boolean
  onClose: () => void
  /** The question: "Release 312 payments?" */
  title: string
  /** What will happen, with its amounts, names and dates. */
  children: ReactNode
  /** The act, in the words of its title: "Release 312 payments". Never "OK". */
  confirm: string
  onConfirm: () => void
  tone?: 'plain' | 'danger'
  pending?: boolean
  problem?: ProblemError | null
}>

/** For what cannot be undone: says what will happen, and stays open with the reason when it is refused. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { opened, onClose, title, children, confirm, onConfirm, tone = 'plain', pending = false, problem } = props
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="md">
      <Stack gap="lg">
        <div>{children}</div>
        <ProblemNote problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button color={tone === 'danger' ? 'red' : 'brand'} loading={pending} onClick={onConfirm} data-autofocus>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
