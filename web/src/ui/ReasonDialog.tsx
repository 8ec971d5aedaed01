import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { ProblemError } from '#web/lib/problem.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type ReasonDialogProps = Readonly<{
  opened: boolean
  onClose: () => void
  /** The question: "Return invoice NW-104?" */
  title: string
  /** What will happen, and who reads the reason. */
  children: ReactNode
  /** What is asked for: "What should be changed?" */
  label: string
  /** The act, in the words of its title. */
  confirm: string
  onConfirm: (reason: string) => void
  /** A reason may be left out. */
  isOptional?: boolean
  tone?: 'plain' | 'danger'
  pending?: boolean
  problem?: ProblemError | null
}>

/** For what needs a reason that goes on the record: says what will happen, and keeps the words when it is refused. */
export const ReasonDialog = ({ opened, onClose, title, ...rest }: ReasonDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={title} size="md">
    <ReasonForm onClose={onClose} {...rest} />
  </Modal>
)

const ReasonForm = (props: Omit<ReasonDialogProps, 'opened' | 'title'>) => {
  const { onClose, children, label, confirm, onConfirm, isOptional = false, tone, pending = false, problem } = props
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = reason.trim()
    setIsMissing(said === '' && !isOptional)
    if (said !== '' || isOptional) onConfirm(said)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>{children}</div>
        <Textarea
          label={label}
          autosize
          minRows={3}
          maxRows={10}
          name="reason"
          value={reason}
          error={isMissing && reason.trim() === '' ? 'Say why.' : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <ProblemNote problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color={tone === 'danger' ? 'red' : 'brand'} loading={pending}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
