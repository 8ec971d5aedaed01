/** Colour arithmetic for the theme: contrast as WCAG 2.2 counts it, mixing in OKLab so that tints keep their hue. */
type Triple = readonly [number, number, number]

const hexPattern = /^#[0-9a-f]{6}$/i

export const isHexColour = (text: string): boolean => hexPattern.test(text)

/** Relative luminance, WCAG 2.2 § "relative luminance". */
export const luminanceOf = (hex: string): number => {
  const [red, green, blue] = linearOf(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio from 1 to 21, WCAG 2.2 § "contrast ratio". */
export const contrastOf = (first: string, second: string): number => {
  const [light, dark] = [luminanceOf(first), luminanceOf(second)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** Black or white, whichever reads better on the background: never below 4.58 : 1. */
export const inkOn = (background: string): '#000000' | '#ffffff' =>
  contrastOf('#ffffff', background) >= contrastOf('#000000', background) ? '#ffffff' : '#000000'

/** The first colour, with a share (0 to 1) of the second. */
export const mix = (first: string, second: string, share: number): string => {
  const [l1, a1, b1] = labOf(linearOf(first))
  const [l2, a2, b2] = labOf(linearOf(second))
  const between = (from: number, to: number) => from + (to - from) * share
  return hexOf(linearFromLab([between(l1, l2), between(a1, a2), between(b1, b2)]))
}

/** The colour itself where it reads on the background, else the nearest lighter or darker one that does. */
export const readableOn = (colour: string, background: string, ratio: number): string => {
  const towards = inkOn(background)
  for (let step = 0; step <= 50; step += 1) {
    const candidate = mix(colour, towards, step / 50)
    if (contrastOf(candidate, background) >= ratio) return candidate
  }
  return towards
}

const channelsOf = (hex: string): Triple => {
  if (!isHexColour(hex)) throw new Error(`${hex} is no colour of the form #rrggbb.`)
  const channel = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255
  return [channel(1), channel(3), channel(5)]
}

const linearOf = (hex: string): Triple => {
  const [red, green, blue] = channelsOf(hex)
  return [linear(red), linear(green), linear(blue)]
}

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4

const gamma = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055

const hexOf = (rgb: Triple): string =>
  `#${rgb
    .map((channel) => Math.round(Math.min(1, Math.max(0, gamma(Math.max(0, channel)))) * 255))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`

// The matrices of OKLab, Björn Ottosson, "A perceptual color space for image processing" (2020).
const labOf = ([red, green, blue]: Triple): Triple => {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ]
}

const linearFromLab = ([lightness, a, b]: Triple): Triple => {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}
