import { withoutTrailing } from '#kernel/trailing.ts'
import { endingsOf, type MediaType, typeEnding } from './media-type.ts'

/** Control and direction characters, invisible ones, halves of surrogate pairs, and code points that mean nothing. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
/** What Windows does not allow in a name. */
const reserved = /[<>:"|?*]/g
/** Names that are devices on Windows, whatever follows the first dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const longest = 150

/**
 * The name a file is kept under: the last part of a path, without what can't be seen or reorders what is, and ending as
 * its content says: a PDF that calls itself "invoice.exe" is kept as "invoice.exe.pdf", a JPEG "photo.heic" as "photo.jpg".
 */
export const tidyName = (name: string, mediaType: MediaType): string => {
  const seen = name.normalize('NFC').replaceAll(unseen, '')
  const plain = trimmed(lastPart(seen).replaceAll(reserved, ' ').replaceAll(/\s+/g, ' '))
  const { stem, ending } = parted(plain)
  const fitting = endingsOf(mediaType).find((allowed) => allowed === ending) ?? endingsOf(mediaType)[0]
  return `${shortened(trimmed(stem)).replace(device, '$&_') || 'file'}.${fitting}`
}

const lastPart = (name: string): string =>
  name
    .split(/[/\\]/)
    .filter((part) => part.trim() !== '')
    .at(-1) ?? ''

/** Leading dots hide a file; trailing dots and blanks are dropped by Windows when it is too late. */
const trimmed = (name: string): string => withoutTrailing(name.replace(/^[\s.]+/, ''), '. ')

/** An ending counts only when it is one of ours: in "contract v1.2" or "J.Smith" nothing is cut off. */
const parted = (name: string): Readonly<{ stem: string; ending?: string }> => {
  const dot = name.lastIndexOf('.')
  const ending = name.slice(dot + 1).toLowerCase()
  return dot >= 0 && typeEnding(ending) ? { stem: name.slice(0, dot), ending } : { stem: name }
}

/** Cut between whole characters, so that no half of one is left. */
const shortened = (stem: string): string =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(stem)]
    .map(({ segment }) => segment)
    .slice(0, longest)
    .join('')
