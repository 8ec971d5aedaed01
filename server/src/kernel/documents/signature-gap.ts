/**
 * Where a PDF keeps a signature: the one stretch that its own `/ByteRange` leaves out (ISO 32000-2, 12.8.1), which may
 * hold nothing but the signature in hex between `<` and `>`.
 */
export type SignatureGap = Readonly<{ start: number; end: number; coversWholeFile: boolean }>

const key = Buffer.from('/ByteRange', 'latin1')
/** Zero, where the gap starts, where it ends, how much follows it. Ten digits are more than any file we could hold. */
const range = /^\s{0,20}\[\s{0,20}(\d{1,10})\s{1,20}(\d{1,10})\s{1,20}(\d{1,10})\s{1,20}(\d{1,10})\s{0,20}\]/
const longestRange = 160
/** A file that speaks of it more often was made to keep us busy. */
const mostMentions = 1_000

/**
 * Every gap that holds a signature. Text that merely reads `/ByteRange`, such as a title, leaves no such gap and is
 * passed over; that is safe, because whatever does count as sealed has every byte of the file under its signature.
 */
export const signatureGaps = (pdf: Buffer): readonly SignatureGap[] => {
  const gaps: SignatureGap[] = []
  let at = pdf.indexOf(key)
  for (let mentions = 0; at !== -1 && mentions < mostMentions; mentions += 1) {
    const gap = gapAt(pdf, at + key.length)
    if (gap !== undefined) gaps.push(gap)
    at = pdf.indexOf(key, at + key.length)
  }
  return at === -1 ? gaps : []
}

const gapAt = (pdf: Buffer, at: number): SignatureGap | undefined => {
  const numbers = range
    .exec(pdf.toString('latin1', at, at + longestRange))
    ?.slice(1)
    .map(Number)
  if (numbers === undefined) return undefined
  const [offset = 0, start = 0, end = 0, tail = 0] = numbers
  const before = pdf.toString('latin1', Math.max(0, start - 40), start).trimEnd()
  if (pdf[start] !== 0x3c || pdf[end - 1] !== 0x3e || !before.endsWith('/Contents')) return undefined
  return { start, end, coversWholeFile: offset === 0 && start < end && end + tail === pdf.length }
}

const digitsOf = /^(?:[0-9A-F]*|[0-9a-f]*)$/

/**
 * The bytes that stand in the gap as hex. In one case throughout: the signature cannot protect the way it is written
 * down itself, so a second way to write the same must not exist.
 */
export const bytesInGap = (pdf: Buffer, { start, end }: SignatureGap): Buffer | undefined => {
  const hex = pdf.toString('latin1', start + 1, end - 1)
  return hex.length % 2 === 0 && digitsOf.test(hex) ? Buffer.from(hex, 'hex') : undefined
}
