import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { downloadFile, type FileView } from '#modules/files/contract.ts'
import { OpeningForm } from '#web/modules/files/OpeningForm.tsx'
import { FilePreview } from '#web/ui/FilePreview.tsx'
import './StoredFile.css'

type StoredFileProps = Readonly<{ file: Pick<FileView, 'id' | 'name' | 'sensitivity'> }>

/** A stored file in place. A protected one is opened first, which is recorded. */
export const StoredFile = ({ file }: StoredFileProps) => {
  const [ticket, setTicket] = useState<string>()
  const { id: fileId, name, sensitivity } = file
  if (sensitivity === 'protected' && ticket === undefined) {
    return (
      <section className="StoredFile" aria-label={name}>
        <p className="StoredFile-name">
          <IconLock size={16} stroke={1.7} aria-hidden />
          {name}
        </p>
        <OpeningForm fileId={fileId} onOpened={setTicket} />
      </section>
    )
  }
  return <FilePreview endpoint={downloadFile} input={{ fileId, ...(ticket ? { ticket } : {}) }} name={name} />
}
