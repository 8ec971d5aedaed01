import { Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { FileId } from '#modules/files/contract.ts'
import { useOpening } from '#web/modules/files/useOpening.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type OpeningFormProps = Readonly<{ fileId: FileId; onOpened: (ticket: string) => void }>

/** What stands before a protected file: a button, and for members the question why. */
export const OpeningForm = ({ fileId, onOpened }: OpeningFormProps) => {
  const { asksWhy, error, isPending, open } = useOpening(fileId)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open(reason, onOpened)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={420}>
        {asksWhy ? (
          <TextInput
            label="Why do you need to see it?"
            description="It is protected: your name, the time and this reason go on the record."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
        ) : null}
        <ProblemNote problem={error} />
        <Button type="submit" loading={isPending} disabled={asksWhy && reason.trim() === ''}>
          Open the file
        </Button>
      </Stack>
    </form>
  )
}
