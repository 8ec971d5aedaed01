import type { Ground } from '#kernel/command.ts'
import { holdLetters } from '#kernel/documents/hold-letters.ts'
import { type Image, pictureOf } from '#kernel/documents/image.ts'
import type { Mark } from '#kernel/documents/letterhead.ts'
import type { FieldError } from '#kernel/problem.ts'
import { isSameName } from '#kernel/same-name.ts'
import { alreadySigned, consentOutdated, otherText, signatureFaulty } from '#modules/agreements/problems.ts'
import { consent } from './consent.ts'
import { maxDrawingBytes, type SignatureGiven, type SignatureMark, type SigningRole } from './contract.ts'
import type { SigningEvidence } from './evidence.ts'

export type Signature = Readonly<{
  role: SigningRole
  personId: string
  name: string
  capacity: string
  mark: SignatureMark
  contentSha256: string
  consentVersion: string
  evidence: SigningEvidence
  signedAt: Date
}>

/** Refuses what can be seen to be wrong in the signature itself. */
export const holdSignature = async (
  { documents }: Pick<Ground, 'documents'>,
  { name, signature }: Pick<SignatureGiven, 'name' | 'signature'>,
): Promise<void> => {
  await holdLetters(documents, { name })
  const errors: FieldError[] = []
  if (!isFullName(name)) errors.push(at('name', 'Write your name in letters, as you sign on paper.'))
  if (signature.kind === 'typed' && !isSameName(signature.text, name))
    errors.push(at('signature/text', 'Type the same name as above.'))
  errors.push(...(await faultsOf({ documents }, signature)))
  if (errors.length > 0) throw signatureFaulty({ errors })
}

/** The same for whoever asks for a signature alone, such as a tax form. */
export const holdMark = async (work: Pick<Ground, 'documents'>, signature: SignatureMark): Promise<void> => {
  if (signature.kind === 'typed') await holdLetters(work.documents, { 'signature/text': signature.text })
  const errors = await faultsOf(work, signature)
  if (errors.length > 0) throw signatureFaulty({ errors })
}

/** The drawing is tried out, because a document with a damaged picture could never be made, and has to be one. */
const faultsOf = async (
  { documents }: Pick<Ground, 'documents'>,
  signature: SignatureMark,
): Promise<readonly FieldError[]> => {
  if (signature.kind === 'typed') return []
  const picture = drawingOf(signature.image)
  if (picture === undefined || !(await documents.draws(picture)))
    return [at('signature/image', 'Draw it again, or type your name.')]
  return (await documents.isWrittenOn(picture.bytes)) ? [] : [at('signature/image', 'Draw your signature.')]
}

const at = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail })

/** Letters of any script, at least two, digits (`Raman 3rd`), and what stands between them or around a by-name. */
const isFullName = (name: string): boolean =>
  /^[\p{L}\p{M}\p{Nd}\p{Zs}\p{Dash}.,'‘’“”"ʻʼ´`·•&/()（）]+$/u.test(name) && (name.match(/\p{L}/gu)?.length ?? 0) >= 2

/** The picture in a data URL, or undefined when it is too large or none. */
const drawingOf = (dataUrl: string): Image | undefined => {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
  const picture = bytes.length <= maxDrawingBytes ? pictureOf(bytes) : undefined
  return picture?.format === 'png' ? picture : undefined
}

/** The signature as a document shows it. */
export const markOf = (mark: SignatureMark): Mark => {
  if (mark.kind === 'typed') return mark
  const image = drawingOf(mark.image)
  if (!image) throw new Error('A drawing that was tried out before it was kept can no longer be read.')
  return { kind: 'drawn', image }
}

type Signed = Readonly<{ contentSha256: string | null; signatures: readonly Pick<Signature, 'personId'>[] }>

/** The hash shown is the hash signed: a text that was swapped in between is refused. */
export const holdGiven = (
  { contentSha256, signatures }: Signed,
  { contentHash, consentVersion }: SignatureGiven,
  personId: string,
): void => {
  if (contentHash !== contentSha256) throw otherText()
  if (consentVersion !== consent.version) throw consentOutdated({ consentVersion: consent.version })
  if (signatures.some((signature) => signature.personId === personId)) throw alreadySigned()
}
