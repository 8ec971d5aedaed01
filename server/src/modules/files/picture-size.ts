/** More would ask gigabytes of whoever opens the picture: 20,000 by 20,000 white dots fit into a file of 48 kB. */
export const mostPixels = 100_000_000

/** How many pixels a picture says it has, from its first bytes; undefined when they do not say. */
export const pixelsOf = (bytes: Uint8Array): number | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint32(0) === 0x89504e47) return view.getUint32(16) * view.getUint32(20)
    if (view.getUint16(0) === 0xffd8) return pixelsOfJpeg(view)
    if (textAt(bytes, 8) === 'WEBP') return pixelsOfWebp(bytes, view)
    return undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Markers up to the frame header, which is any of SOF0 to SOF15 except DHT, JPG and DAC (ITU-T T.81, B.1.1.3). */
const pixelsOfJpeg = (view: DataView): number => {
  let at = 2
  while (!isFrame(view.getUint16(at))) at += 2 + view.getUint16(at + 2)
  return view.getUint16(at + 5) * view.getUint16(at + 7)
}

const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc

/** The three layouts of RFC 9649: extended, lossless, lossy. */
const pixelsOfWebp = (bytes: Uint8Array, view: DataView): number | undefined => {
  const layout = textAt(bytes, 12)
  if (layout === 'VP8X') return (1 + (view.getUint32(23, true) >>> 8)) * (1 + (view.getUint32(26, true) >>> 8))
  if (layout === 'VP8L') {
    const sizes = view.getUint32(21, true)
    return (1 + (sizes & 0x3fff)) * (1 + ((sizes >>> 14) & 0x3fff))
  }
  if (layout === 'VP8 ') return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff)
  return undefined
}

const textAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
