import { Button, Popover } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { downloadFile, type FileId } from '#modules/files/contract.ts'
import { saveFile } from '#web/lib/download.ts'
import { asProblem, type ProblemError } from '#web/lib/problem.ts'
import { OpeningForm } from '#web/modules/files/OpeningForm.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

/** A protected file behind a button: it is opened first, then handed to the browser to keep. */
export const SaveProtected = ({ fileId, children }: Readonly<{ fileId: FileId; children: string }>) => {
  const [isOpen, setIsOpen] = useState(false)
  const [problem, setProblem] = useState<ProblemError>()
  const save = (ticket: string) => {
    setProblem(undefined)
    saveFile(downloadFile, { fileId, ticket }).then(
      () => setIsOpen(false),
      (thrown) => setProblem(asProblem(thrown)),
    )
  }
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={320} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconLock size={15} aria-hidden />}
          onClick={() => setIsOpen((was) => !was)}
        >
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={children}>
        <OpeningForm fileId={fileId} onOpened={save} />
        <ProblemNote problem={problem} />
      </Popover.Dropdown>
    </Popover>
  )
}
