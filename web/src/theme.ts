import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { contrastOf, inkOn, isHexColour, mix, readableOn } from '#web/lib/color.ts'
import { components } from '#web/themeComponents.ts'

export const defaultBrandColour = '#4f46e5'

/** WCAG 2.2 AA for text. */
const textRatio = 4.5
/** WCAG 2.2 AA for the focus ring. */
const ringRatio = 3

/** The grounds that text stands on. Every text colour below is held against all grounds of its scheme by the tests. */
export const grounds = {
  light: { page: '#ffffff', surface: '#ffffff', canvas: '#f9fafb', hover: '#f3f4f6' },
  dark: { page: '#0e1013', surface: '#15171b', canvas: '#121417', hover: '#1e2126' },
} as const

export const texts = {
  light: { text: '#16191f', dimmed: '#5c6370', error: '#b42318', success: '#166b3b' },
  dark: { text: '#eceef1', dimmed: '#9ba2af', error: '#ff9089', success: '#6fd39a' },
} as const

export const lines = {
  light: { line: '#e6e8ec', control: '#d5d8df' },
  dark: { line: '#282b32', control: '#383c45' },
} as const

/** What a state's colour means, the same everywhere: see `ui/toneOf.ts`. */
export const tones = ['idle', 'moving', 'waiting', 'blocked', 'done'] as const
export type Tone = (typeof tones)[number]

export const toneColours: Readonly<Record<'light' | 'dark', Readonly<Record<Tone, readonly [string, string]>>>> = {
  light: {
    idle: ['#f0f1f4', '#4b515d'],
    moving: ['#e5effd', '#1a56a8'],
    waiting: ['#fdf0d0', '#855000'],
    blocked: ['#fde7e6', '#ab2018'],
    done: ['#def4e6', '#14633a'],
  },
  dark: {
    idle: ['#25282f', '#b0b6c1'],
    moving: ['#16294a', '#93bff8'],
    waiting: ['#3a2b0d', '#f1c472'],
    blocked: ['#431b1c', '#f9a19c'],
    done: ['#11331f', '#85dca7'],
  },
}

const gray: MantineColorsTuple = [
  '#f9fafb',
  '#f3f4f6',
  lines.light.line,
  lines.light.control,
  '#c3c7d0',
  '#9aa0ac',
  texts.light.dimmed,
  '#444a55',
  '#2b3038',
  texts.light.text,
]

const dark: MantineColorsTuple = [
  texts.dark.text,
  '#c8ccd4',
  texts.dark.dimmed,
  '#8b92a0',
  lines.dark.control,
  lines.dark.line,
  '#1b1e23',
  grounds.dark.surface,
  grounds.dark.page,
  '#0a0b0e',
]

/** Ten shades with the given colour exactly at 6: tints towards white below, deeper towards black above. */
export const shadesOf = (colour: string): MantineColorsTuple => {
  const tint = (share: number) => mix(colour, '#ffffff', share)
  const deep = (share: number) => mix(colour, '#000000', share)
  return [
    tint(0.94),
    tint(0.88),
    tint(0.76),
    tint(0.6),
    tint(0.42),
    tint(0.2),
    colour,
    deep(0.12),
    deep(0.26),
    deep(0.42),
  ]
}

/** Under the pointer a filled control moves away from its text, so that the text never loses contrast. */
export const hoverOf = (colour: string): string => {
  const away = inkOn(colour) === '#ffffff' ? '#000000' : '#ffffff'
  const moved = mix(colour, away, 0.12)
  return contrastOf(moved, colour) >= 1.1 ? moved : mix(colour, inkOn(colour), 0.12)
}

/** What settings tell whoever picks a brand colour. */
export const brandAdvice = (colour: string): string =>
  inkOn(colour) === '#ffffff'
    ? 'White text reads well on this colour.'
    : 'This colour is too light for white text, so buttons carry dark text.'

/** The one theme. The organization's colour is shade 6 exactly; an unreadable value falls back to ours. */
export const themeOf = (brandColour: string) =>
  createTheme({
    primaryColor: 'brand',
    primaryShade: 6,
    autoContrast: true,
    // Where black and white read equally well, so that the better one is always taken.
    luminanceThreshold: 0.179,
    black: '#000000',
    colors: {
      brand: shadesOf(isHexColour(brandColour) ? brandColour.toLowerCase() : defaultBrandColour),
      gray,
      dark,
      red: shadesOf('#cf2d20'),
      green: shadesOf('#15803d'),
      yellow: shadesOf('#d97706'),
      blue: shadesOf('#2563eb'),
    },
    fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
    lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.45' },
    fontWeights: { regular: '400', medium: '500', bold: '600' },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    headings: {
      fontFamily: "'Inter Variable', system-ui, sans-serif",
      fontWeight: '600',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: '1.375rem', lineHeight: '1.75rem' },
        h2: { fontSize: '1.0625rem', lineHeight: '1.5rem' },
        h3: { fontSize: '0.9375rem', lineHeight: '1.375rem' },
        h4: { fontSize: '0.875rem', lineHeight: '1.25rem' },
      },
    },
    shadows: {
      xs: '0 1px 2px rgb(16 24 40 / 0.05)',
      sm: '0 1px 3px rgb(16 24 40 / 0.08)',
      md: '0 4px 16px -2px rgb(16 24 40 / 0.12), 0 2px 4px rgb(16 24 40 / 0.04)',
      lg: '0 12px 32px -8px rgb(16 24 40 / 0.2), 0 2px 6px rgb(16 24 40 / 0.06)',
      xl: '0 24px 64px -12px rgb(16 24 40 / 0.28)',
    },
    components,
  })

const schemeVariables = (scheme: 'light' | 'dark', brand: string): Record<string, string> => {
  const ground = grounds[scheme]
  const text = texts[scheme]
  const line = lines[scheme]
  // A near-black brand would leave no trace on a dark ground, so there its visible neighbour makes the tint.
  const seen = scheme === 'light' ? brand : readableOn(brand, ground.surface, ringRatio)
  const tinted = mix(ground.surface, seen, scheme === 'light' ? 0.09 : 0.2)
  const tintedHover = mix(ground.surface, seen, scheme === 'light' ? 0.14 : 0.28)
  const brandText = [ground.hover, ground.page, tinted, tintedHover].reduce(
    (text, behind) => readableOn(text, behind, textRatio),
    brand,
  )
  return {
    '--muster-surface': ground.surface,
    '--muster-canvas': ground.canvas,
    '--muster-hover': ground.hover,
    '--muster-line': line.line,
    '--muster-control-line': line.control,
    '--muster-text': text.text,
    '--muster-brand-text': brandText,
    '--muster-brand-tint': tinted,
    '--muster-brand-edge': contrastOf(brand, ground.surface) < 1.5 ? line.control : 'transparent',
    '--muster-focus': readableOn(brand, ground.hover, ringRatio),
    '--muster-success': text.success,
    '--muster-scrim': scheme === 'light' ? 'rgb(15 18 24 / 0.36)' : 'rgb(0 0 0 / 0.6)',
    '--mantine-color-body': ground.page,
    '--mantine-color-text': text.text,
    '--mantine-color-bright': text.text,
    '--mantine-color-dimmed': text.dimmed,
    '--mantine-color-placeholder': text.dimmed,
    '--mantine-color-error': text.error,
    '--mantine-color-success': text.success,
    '--mantine-color-anchor': brandText,
    '--mantine-color-default': scheme === 'light' ? ground.surface : dark[6],
    '--mantine-color-default-hover': ground.hover,
    '--mantine-color-default-color': text.text,
    '--mantine-color-default-border': line.control,
    '--mantine-color-brand-text': brandText,
    '--mantine-color-brand-outline': brandText,
    '--mantine-color-brand-filled-hover': hoverOf(brand),
    '--mantine-color-brand-light': tinted,
    '--mantine-color-brand-light-hover': tintedHover,
    '--mantine-color-brand-light-color': brandText,
    '--mantine-color-gray-light': ground.hover,
    '--mantine-color-gray-light-hover': scheme === 'light' ? gray[2] : dark[5],
    '--mantine-color-gray-light-color': text.text,
    '--mantine-color-gray-text': text.dimmed,
    '--mantine-color-red-text': text.error,
    '--mantine-color-red-light-color': text.error,
    '--mantine-color-red-outline': text.error,
    ...Object.fromEntries(
      tones.flatMap((tone) => {
        const [background, ink] = toneColours[scheme][tone]
        return [
          [`--muster-${tone}-ground`, background],
          [`--muster-${tone}-ink`, ink],
        ]
      }),
    ),
  }
}

export const cssVariablesResolver: CSSVariablesResolver = (theme) => {
  const brand = theme.colors.brand?.[6] ?? defaultBrandColour
  return { variables: {}, light: schemeVariables('light', brand), dark: schemeVariables('dark', brand) }
}
