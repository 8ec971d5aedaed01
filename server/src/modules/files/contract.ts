import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { DownloadOutput } from '#kernel/file-answer.ts'
import { id } from '#kernel/ids.ts'
import { standings, untilSettled } from '#kernel/standing.ts'
import { line } from '#kernel/text.ts'
import { OrganizationView } from '#modules/organizations/contract.ts'
import { mediaTypes } from './media-type.ts'

export const FileId = id('FileId')
export type FileId = z.output<typeof FileId>

/**
 * Protected files (tax forms, identity papers) are opened by owner, legal and finance, and by whom they are about: each
 * time by a command of its own, whose ticket the download then asks for.
 */
export const sensitivities = ['normal', 'protected'] as const
export type Sensitivity = (typeof sensitivities)[number]

export const maxFileBytes = 25_000_000

export const FileView = z.object({
  id: FileId,
  name: z.string(),
  mediaType: z.enum(mediaTypes),
  sizeBytes: z.int(),
  sha256: z.string().describe('Of the content, in hexadecimal digits'),
  sensitivity: z.enum(sensitivities),
  uploadedAt: Instant,
})
export type FileView = z.output<typeof FileView>

export const uploadFile = endpoint({
  name: 'files.upload',
  method: 'POST',
  path: '/files',
  summary: 'Upload a file of at most 25 MB as the body; what it is for is said by the request that names it',
  inPortal: untilSettled,
  input: z.strictObject({ name: z.string().trim().min(1, 'Give the file a name.').max(1_000) }),
  output: FileView,
  upload: { maxBytes: maxFileBytes },
})

export const viewFile = endpoint({
  name: 'files.view',
  method: 'GET',
  path: '/files/:fileId',
  summary: 'What is known about a file',
  input: z.strictObject({ fileId: FileId }),
  output: FileView,
})

export const downloadFile = endpoint({
  name: 'files.download',
  method: 'GET',
  path: '/files/:fileId/content',
  summary: 'The file itself; PDFs and pictures are shown in place',
  input: z.strictObject({
    fileId: FileId,
    ticket: z.string().max(200).optional().describe('Of its opening, when the file is protected'),
  }),
  output: DownloadOutput,
})

const Opening = z.object({ ticket: z.string(), expiresAt: Instant })

export const openProtectedFile = endpoint({
  name: 'files.open-protected',
  method: 'POST',
  path: '/files/:fileId/opening',
  summary: 'Get a ticket to open a protected file for five minutes; recorded with the reason',
  stepUp: true,
  sealsAnswer: true,
  input: z.strictObject({
    fileId: FileId,
    reason: line(300).min(5, 'Say in a few words why you need to see it.'),
  }),
  output: Opening,
})

export const openMyProtectedFile = endpoint({
  name: 'files.open-my-protected',
  method: 'POST',
  path: '/portal/files/:fileId/opening',
  summary: 'As a contractor, get a ticket to open a protected file about yourself for five minutes; recorded',
  inPortal: standings,
  stepUp: true,
  sealsAnswer: true,
  input: z.strictObject({ fileId: FileId }),
  output: Opening,
})

const version = z.int().positive().describe('Of the organization')

export const setLogo = endpoint({
  name: 'files.set-logo',
  method: 'PUT',
  path: '/organization/logo',
  summary: 'Make an uploaded PNG or JPEG the logo of the organization',
  input: z.strictObject({ fileId: FileId, version }),
  output: OrganizationView,
})

export const removeLogo = endpoint({
  name: 'files.remove-logo',
  method: 'DELETE',
  path: '/organization/logo',
  summary: 'Do without a logo',
  input: z.strictObject({ version }),
  output: OrganizationView,
})
