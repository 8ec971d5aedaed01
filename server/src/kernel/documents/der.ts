/** What was read is not in the form it has to have. Its message is for the log, never for the screen. */
export class Unreadable extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'Unreadable'
  }
}

/**
 * One element of DER (ITU-T X.690, 10): the encoding in which a value has exactly one form. Laxer BER is refused,
 * because every second form of the same value is a byte that could be changed without being noticed.
 */
export type Der = Readonly<{ tag: number; content: Uint8Array; bytes: Uint8Array }>

export const tags = {
  integer: 0x02,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** Context-specific and constructed: `[0]`, `[1]`. */
  part0: 0xa0,
  part1: 0xa1,
} as const

/** Reads the one element at the start and gives back how many bytes it took; what follows is not looked at. */
const takeDer = (bytes: Uint8Array): Der => {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined) throw new Unreadable('an element ends before its length')
  if ((tag & 0x1f) === 0x1f) throw new Unreadable('a tag of several bytes')
  const [length, start] = first < 0x80 ? [first, 2] : longLength(bytes, first & 0x7f)
  if (start + length > bytes.length) throw new Unreadable('an element is longer than its bytes')
  return { tag, content: bytes.subarray(start, start + length), bytes: bytes.subarray(0, start + length) }
}

const longLength = (bytes: Uint8Array, count: number): readonly [number, number] => {
  if (count === 0 || count > 4 || bytes.length < 2 + count) throw new Unreadable('a length of an unknown form')
  const length = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0)
  if (length < 0x80 || bytes[2] === 0) throw new Unreadable('a length longer than it has to be')
  return [length, 2 + count]
}

/** The element that starts the bytes, whatever follows. */
export const firstDer = (bytes: Uint8Array, tag: number): Der => expectTag(takeDer(bytes), tag)

/** The element that fills the bytes exactly. */
export const readDer = (bytes: Uint8Array, tag: number): Der => {
  const der = firstDer(bytes, tag)
  if (der.bytes.length !== bytes.length) throw new Unreadable('something follows the element')
  return der
}

/** The elements inside a constructed one. */
export const childrenOf = ({ tag, content }: Der): readonly Der[] => {
  if ((tag & 0x20) === 0) throw new Unreadable('an element that holds no others')
  const children: Der[] = []
  for (let at = 0; at < content.length; ) {
    const child = takeDer(content.subarray(at))
    children.push(child)
    at += child.bytes.length
  }
  return children
}

/** The elements inside, which must carry exactly these tags in this order. */
export const partsOf = (der: Der, ...expected: readonly number[]): readonly Der[] => {
  const children = childrenOf(der)
  if (children.length !== expected.length) throw new Unreadable(`${children.length} parts, not ${expected.length}`)
  return children.map((child, index) => expectTag(child, expected[index] ?? 0))
}

export const expectTag = (der: Der | undefined, tag: number): Der => {
  if (der?.tag !== tag) throw new Unreadable(`tag ${der?.tag ?? 'missing'} where ${tag} belongs`)
  return der
}

/** An object identifier in dots: `1.2.840.113549.1.7.2`. */
export const oidOf = (der: Der | undefined): string => {
  const { content } = expectTag(der, tags.oid)
  const arcs: bigint[] = []
  let arc = 0n
  for (const [index, byte] of content.entries()) {
    if (arc === 0n && byte === 0x80) throw new Unreadable('an identifier with a leading zero')
    arc = arc * 128n + BigInt(byte & 0x7f)
    if (byte >= 0x80 && index === content.length - 1) throw new Unreadable('an identifier that is cut off')
    if (byte >= 0x80) continue
    arcs.push(arc)
    arc = 0n
  }
  const [head = 0n, ...rest] = arcs
  const first = head < 80n ? head / 40n : 2n
  return [first, head - first * 40n, ...rest].join('.')
}

/** A UTCTime or GeneralizedTime in the only form that DER allows: to the second, in UTC. */
export const timeOf = (der: Der | undefined): Date => {
  const text = Buffer.from(der?.content ?? []).toString('latin1')
  const shape =
    der?.tag === tags.utcTime ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
  if (der?.tag !== tags.utcTime && der?.tag !== tags.generalizedTime)
    throw new Unreadable('no time where one belongs')
  const [, year = '', month, day, hour, minute, second] = shape.exec(text) ?? []
  // RFC 5280, 4.1.2.5.1: two digits from 50 on are of the last century.
  const century = year.length === 4 ? '' : Number(year) < 50 ? '20' : '19'
  const time = new Date(`${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(time.getTime())) throw new Unreadable('a time that does not exist')
  return time
}
