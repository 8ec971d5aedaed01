import { Skeleton } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { fetchFile } from '#web/lib/download.ts'
import { askedOf, keyOf } from '#web/lib/queries.ts'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import './FilePreview.css'

const PdfPages = lazy(() => import('#web/ui/PdfPages.tsx').then(({ PdfPages }) => ({ default: PdfPages })))

type FilePreviewProps<I extends z.ZodType> = Readonly<{
  /** An endpoint that answers with a file. */
  endpoint: Endpoint<I>
  input: z.output<I>
  name: string
}>

/** A file in place: PDF pages and pictures are shown, anything else is offered to keep. */
export const FilePreview = <I extends z.ZodType>({ endpoint, input, name }: FilePreviewProps<I>) => {
  const file = useQuery({
    queryKey: [...keyOf(endpoint.name), 'file', askedOf(endpoint, input)],
    queryFn: ({ signal }) => fetchFile(endpoint, input, signal),
    // Documents do not change under their address, and are too big to keep for long.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  return (
    <figure className="FilePreview" aria-label={name}>
      <figcaption className="FilePreview-head">
        <IconFile size={16} stroke={1.7} aria-hidden />
        <span className="FilePreview-name">{name}</span>
        <DownloadButton endpoint={endpoint} input={input} size="xs" />
      </figcaption>
      {file.error ? <ProblemNote problem={file.error} onRetry={() => void file.refetch()} /> : null}
      {file.data ? <FileBody blob={file.data.blob} name={name} /> : null}
      {file.isPending ? <Skeleton className="FilePreview-waiting" /> : null}
    </figure>
  )
}

const FileBody = ({ blob, name }: Readonly<{ blob: Blob; name: string }>) => {
  if (blob.type === 'application/pdf') {
    return (
      <Suspense fallback={<Skeleton className="FilePreview-waiting" />}>
        <PdfPages blob={blob} />
      </Suspense>
    )
  }
  if (blob.type.startsWith('image/')) return <Picture blob={blob} name={name} />
  return (
    <EmptyState icon={IconFile} title="This kind of file cannot be shown here">
      Download it to open it on your device.
    </EmptyState>
  )
}

const Picture = ({ blob, name }: Readonly<{ blob: Blob; name: string }>) => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address === undefined ? null : <img className="FilePreview-picture" src={address} alt={name} />
}
