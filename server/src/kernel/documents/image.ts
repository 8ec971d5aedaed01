/** A picture that may stand in a document: a logo, a signature drawn by hand. */
export type Image = Readonly<{ format: 'png' | 'jpeg' | 'svg'; bytes: Uint8Array }>

const mostBytes = 2_000_000
const mostPixelsPerSide = 4_096
const mostStrokes = 100_000

/**
 * The picture these bytes hold, or undefined when it is of another kind, too large to set or damaged at its start.
 * The size is read before anything is decoded: a small file can claim gigabytes of pixels.
 */
export const pictureOf = (bytes: Uint8Array): Image | undefined => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length > mostBytes) return undefined
  const png = pngSize(buffer)
  const size = png ?? jpegSize(buffer)
  if (size === undefined || size.some((side) => side < 1 || side > mostPixelsPerSide)) return undefined
  return { format: png === undefined ? 'jpeg' : 'png', bytes }
}

type Size = readonly [width: number, height: number]

const pngStart = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** PNG (ISO/IEC 15948, 11.2.2): the header chunk comes first and starts with width and height. */
const pngSize = (bytes: Buffer): Size | undefined =>
  bytes.length > 32 && bytes.subarray(0, 16).equals(pngStart)
    ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    : undefined

/** JPEG (ITU-T T.81, B.2.2): the frame header, one of the SOF markers, holds height and width. */
const jpegSize = (bytes: Buffer): Size | undefined => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at)
    if (marker < 0xff01) return undefined
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
  }
  return undefined
}

/** Each number ends where it ends, so that there is one way to read a path and no time is lost on looking for others. */
const strokesShape = /^M(?:[ ,]*(?:[MLCQZ]|-?\d{1,5}(?:\.\d{1,4})?(?![\d.])))*[ ,]*$/

type Strokes = Readonly<{ path: string; width: number; height: number }>

/**
 * A signature drawn by hand as SVG path data: absolute moves, lines and curves and nothing else, so that the picture
 * that is made of it can hold nothing else either. Undefined when it is anything more.
 */
export const strokesOf = ({ path, width, height }: Strokes): Image | undefined => {
  const isSized = [width, height].every((side) => Number.isFinite(side) && side >= 1 && side <= mostPixelsPerSide)
  if (!isSized || path.length > mostStrokes || !strokesShape.test(path)) return undefined
  const line = 'fill="none" stroke="#1b2a4a" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path d="${path}" ${line}/></svg>`
  return { format: 'svg', bytes: Buffer.from(svg) }
}
