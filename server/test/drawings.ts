import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number, opacity: number]
type Paint = (x: number, y: number) => Colour

export const clear: Colour = [0, 0, 0, 0]
export const white: Colour = [255, 255, 255, 255]
export const black: Colour = [16, 24, 40, 255]

const chunk = (type: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A picture as a browser's canvas writes it: eight bits, colour with transparency (ISO/IEC 15948). */
export const pngOf = (width: number, height: number, paint: Paint): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_, x) => paint(x, y)).flat(),
  ])
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  const dots = deflateSync(Buffer.from(rows.flat()))
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', dots), chunk('IEND', Buffer.alloc(0))])
}

/** A line with a wave in it, as people draw one. */
export const writing: Paint = (x, y) =>
  x > 20 && x < 140 && Math.abs(y - 30 - 15 * Math.sin(x / 9)) < 1.5 ? black : clear

/** What counts as a signature, in base64. */
export const drawnSignature = pngOf(160, 60, writing).toString('base64')
