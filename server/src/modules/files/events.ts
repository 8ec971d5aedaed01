import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { FileId } from './contract.ts'

/** Without the name: people write into it whom a file is about. The hash ties the fact to the bytes. */
export const fileStored = event(
  'files.stored',
  'uploaded a file of {sizeBytes} bytes',
  z.object({ fileId: FileId, mediaType: z.string(), sizeBytes: z.int(), sha256: z.string() }),
)

/** Written before the file is shown, so that nobody sees a tax form or a passport without a trace. */
export const protectedFileOpened = event(
  'files.protected-opened',
  'opened a protected file: {reason}',
  z.object({ fileId: FileId, subjectId: z.uuid().nullable(), contractorId: z.uuid().nullable(), reason: z.string() }),
)

export const ownFileOpened = event(
  'files.own-opened',
  'opened a protected file about themselves',
  z.object({ fileId: FileId, subjectId: z.uuid().nullable(), contractorId: z.uuid().nullable() }),
)

/** A day after the upload, when nothing has taken it up. */
export const fileSwept = event(
  'files.swept',
  'removed an upload of {sizeBytes} bytes that nothing had taken up',
  z.object({ fileId: FileId, sizeBytes: z.int(), sha256: z.string() }),
)
