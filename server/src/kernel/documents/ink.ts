import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png'

/** Of the diagonal of the picture: an initial is larger, one tap of a finger or pen is not. */
const leastExtent = 0.05
/** Of all dots: a surface that is filled is no writing. */
const mostInk = 0.5
/** How dark a dot is on white paper, from 0 to 1, to be seen there. */
const visible = 0.15

/**
 * Has somebody written on this picture? Not when it is empty, clear or white, one tap or one filled surface. A picture
 * that cannot be read throws. It is decoded whole, so this is done in the press.
 */
export const isWrittenOn = (png: Uint8Array): boolean => {
  const picture = decode(png)
  const { width, height } = picture
  const darknessAt = darknessOf(picture)
  const box = { left: width, right: -1, top: height, bottom: -1 }
  let ink = 0
  for (let dot = 0; dot < width * height; dot += 1) {
    if (darknessAt(dot) < visible) continue
    ink += 1
    const [x, y] = [dot % width, Math.floor(dot / width)]
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  if (ink === 0 || ink > width * height * mostInk) return false
  return Math.hypot(box.right - box.left, box.bottom - box.top) >= Math.hypot(width, height) * leastExtent
}

/** Grey or colour, with or without transparency, in eight or sixteen bits (ISO/IEC 15948, 11.2.2). */
const darknessOf = (picture: DecodedPng): ((dot: number) => number) => {
  const data = picture.palette ? convertIndexedToRgb(picture) : picture.data
  const channels = picture.palette ? data.length / (picture.width * picture.height) : picture.channels
  const most = picture.palette || picture.depth === 8 ? 255 : 65_535
  if (data.length !== picture.width * picture.height * channels)
    throw new Error('Dots of less than a byte are not read.')
  const colours = channels > 2 ? 3 : 1
  return (dot) => {
    const start = dot * channels
    let light = 0
    for (let colour = 0; colour < colours; colour += 1) light += data[start + colour] ?? 0
    const opacity = channels === colours ? 1 : (data[start + colours] ?? 0) / most
    return opacity * (1 - light / colours / most)
  }
}
