import { ActionIcon, Progress } from '@mantine/core'
import { IconCheck, IconUpload, IconX } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { asProblem, type ProblemError } from '#web/lib/problem.ts'
import { upload } from '#web/lib/upload.ts'
import { useStepUp, withStepUp } from '#web/lib/useStepUp.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import './FileDrop.css'

type FileDropProps<I extends z.ZodType, O extends z.ZodType> = Readonly<{
  /** An endpoint with `upload`: the file is its body, the rest of the input goes into the query. */
  endpoint: Endpoint<I, O>
  inputFor: (file: File) => z.output<I>
  onUploaded: (answer: z.output<O>, file: File) => void
  /** What to bring: "Your certificate of insurance". */
  label: string
  /** What is taken: "PDF or a photo, up to 20 MB". */
  description: string
  /** As in HTML: "application/pdf,image/*". */
  accept: string
  multiple?: boolean
}>

type Going = Readonly<{ id: number; name: string; share: number; problem?: ProblemError; isDone?: boolean }>

/** Takes files by drop, by choice or from the camera, and sends each at once, showing how far it got. */
export const FileDrop = <I extends z.ZodType, O extends z.ZodType>(props: FileDropProps<I, O>) => {
  const { endpoint, inputFor, onUploaded, label, description, accept, multiple = false } = props
  const [going, setGoing] = useState<readonly Going[]>([])
  const [isOver, setIsOver] = useState(false)
  const stepUp = useStepUp()
  const count = useRef(0)
  const inputId = useId()
  const mark = (id: number, change: Partial<Going>) =>
    setGoing((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)))

  const take = async (file: File) => {
    count.current += 1
    const id = count.current
    const started = { id, name: file.name, share: 0 }
    setGoing((all) => (multiple ? [...all, started] : [started]))
    const onProgress = (share: number) => mark(id, { share })
    try {
      const answer = await withStepUp(stepUp, () => upload(endpoint, inputFor(file), file, { onProgress }))
      mark(id, { share: 1, isDone: true })
      onUploaded(answer, file)
    } catch (thrown) {
      mark(id, { problem: asProblem(thrown) })
    }
  }
  const takeAll = (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, multiple ? undefined : 1)) void take(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    takeAll(event.dataTransfer.files)
  }
  return (
    <div className="FileDrop">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the field inside does the same by keyboard. */}
      <div
        className="FileDrop-zone"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <IconUpload size={20} stroke={1.6} aria-hidden />
        <div className="FileDrop-words">
          <span className="FileDrop-label">{label}</span>
          <span className="FileDrop-description">{description}</span>
        </div>
        <input
          id={inputId}
          type="file"
          className="FileDrop-input"
          accept={accept}
          multiple={multiple}
          onChange={(event) => {
            takeAll(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
        <label htmlFor={inputId} className="FileDrop-button">
          Choose {multiple ? 'files' : 'a file'}
        </label>
      </div>
      {going.map((one) => (
        <FileRow key={one.id} file={one} onDismiss={() => setGoing((all) => all.filter(({ id }) => id !== one.id))} />
      ))}
    </div>
  )
}

const FileRow = ({ file, onDismiss }: Readonly<{ file: Going; onDismiss: () => void }>) => {
  if (file.problem) {
    return (
      <div className="FileDrop-row">
        <div className="FileDrop-refused">
          <span className="FileDrop-name">{file.name}</span>
          <ProblemNote problem={file.problem} />
        </div>
        <ActionIcon aria-label={`Dismiss ${file.name}`} onClick={onDismiss}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
    )
  }
  const percent = Math.round(file.share * 100)
  return (
    <div className="FileDrop-row">
      <span className="FileDrop-name">{file.name}</span>
      {file.isDone ? (
        <span className="FileDrop-done" role="status">
          <IconCheck size={16} aria-hidden /> Received
        </span>
      ) : (
        <>
          <Progress value={percent} aria-label={`Sending ${file.name}`} className="FileDrop-progress" size="sm" />
          <span className="numbers">{percent} %</span>
        </>
      )}
    </div>
  )
}
