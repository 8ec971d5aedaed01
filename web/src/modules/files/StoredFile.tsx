import { Button, Stack, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { downloadFile, type FileView, openProtectedFile } from '#modules/files/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { FilePreview } from '#web/ui/FilePreview.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import './StoredFile.css'

type StoredFileProps = Readonly<{ file: Pick<FileView, 'id' | 'name' | 'sensitivity'> }>

/** A stored file in place. A protected one opens to members only after they have said why. */
export const StoredFile = ({ file }: StoredFileProps) => {
  const { here } = useSession()
  const [ticket, setTicket] = useState<string>()
  const { id: fileId, name, sensitivity } = file
  const asksWhy = sensitivity === 'protected' && here.contractorId === null
  if (asksWhy && ticket === undefined) return <OpeningForm file={file} onOpened={setTicket} />
  return <FilePreview endpoint={downloadFile} input={{ fileId, ...(ticket ? { ticket } : {}) }} name={name} />
}

type OpeningFormProps = StoredFileProps & Readonly<{ onOpened: (ticket: string) => void }>

const OpeningForm = ({ file, onOpened }: OpeningFormProps) => {
  const opening = useCommand(openProtectedFile, ['audit'])
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    opening.mutate({ fileId: file.id, reason: reason.trim() }, { onSuccess: ({ ticket }) => onOpened(ticket) })
  }
  return (
    <section className="StoredFile" aria-label={file.name}>
      <p className="StoredFile-name">
        <IconLock size={16} stroke={1.7} aria-hidden />
        {file.name}
      </p>
      <form onSubmit={submit}>
        <Stack gap="sm" maw={420}>
          <TextInput
            label="Why do you need to see it?"
            description="It is protected: your name, the time and this reason go on the record."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
          <ProblemNote problem={opening.error} />
          <Button type="submit" loading={opening.isPending} disabled={reason.trim() === ''}>
            Open the file
          </Button>
        </Stack>
      </form>
    </section>
  )
}
