import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fileTypeFromBuffer, fileTypeFromStream } from 'file-type'
import type { Storage, StoredBlob } from '#kernel/storage.ts'
import { type MediaType, mediaTypes } from './media-type.ts'
import { mostPixels, pixelsOf } from './picture-size.ts'
import { fileNotAccepted } from './problems.ts'
import { type TextKind, textKindOf } from './text-kind.ts'

type Blob = Readonly<{ storage: Storage; organizationId: string; blob: StoredBlob; name: string }>

/** What a received file is, by its content alone; refused when it is nothing we keep. */
export const detectMediaType = async ({ storage, organizationId, blob, name }: Blob): Promise<MediaType> => {
  const open = () => storage.open(organizationId, blob.sha256)
  if (blob.sizeBytes === 0) throw refused('This file is empty.')
  const signature = await signatureOf(open, blob)
  if (signature === undefined || signature === 'application/xml')
    return typeOfText(await textKindOf(open(), blob.head), name)
  const mediaType = mediaTypes.find((known) => known === signature)
  if (!mediaType) throw refused(sentenceFor(signature))
  if (mediaType.startsWith('image/') && mediaType !== 'image/heic') await refuseHugePicture(open, blob)
  return mediaType
}

/** An archive may be a document whose list of contents comes last, so archives are looked at whole. */
const signatureOf = async (open: () => Readable, { head }: StoredBlob): Promise<string | undefined> => {
  const source = open()
  try {
    const found = await fileTypeFromStream(Readable.toWeb(source))
    const whole = isArchive(head) ? await fileTypeFromBuffer(await buffer(open())) : found
    return whole?.mime === 'image/heif' ? 'image/heic' : whole?.mime
  } finally {
    source.destroy()
  }
}

const isArchive = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b

const refuseHugePicture = async (open: () => Readable, { head }: StoredBlob): Promise<void> => {
  // A camera may put a whole depth map before the size.
  const pixels = pixelsOf(head) ?? pixelsOf(await buffer(open()))
  if (pixels === undefined || pixels === 0) throw refused('This picture is damaged.')
  if (pixels > mostPixels) throw refused('This picture is too large to be shown. Save it with fewer pixels.')
}

/** A list and a letter are both text; which of them it is, only the name tells, and nothing hangs on it. */
const typeOfText = (kind: TextKind, name: string): MediaType => {
  if (kind === 'xml') return 'application/xml'
  if (kind === 'text') return /\.csv\s*$/i.test(name) ? 'text/csv' : 'text/plain'
  throw refused(sentenceByKind[kind])
}

const sentenceByKind: Readonly<Record<Exclude<TextKind, 'text' | 'xml'>, string>> = {
  'web page': 'This is a web page, whatever its name says. Save it as a PDF.',
  drawing: 'This is an SVG drawing, which can carry programs. Save it as a PNG or PDF.',
  'xml with definitions': 'This XML file brings definitions of its own (DOCTYPE). Save it without them.',
  unknown: 'What this file holds was not recognised.',
}

const sentenceFor = (signature: string): string => {
  if (signature.startsWith('image/')) return 'Save this picture as a PNG, JPEG, WebP or HEIC file.'
  if (/zip|compress|archive|tar/.test(signature)) return 'Unpack this archive and upload the files one by one.'
  return `This is a file of the kind ${signature}, whatever its name says.`
}

const refused = (detail: string) => fileNotAccepted({ errors: [{ pointer: '#', detail }] })
