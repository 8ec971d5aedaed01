import { MantineProvider } from '@mantine/core'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { contrastOf, inkOn, mix, readableOn } from '#web/lib/color.ts'
import {
  brandAdvice,
  cssVariablesResolver,
  grounds,
  hoverOf,
  shadesOf,
  texts,
  themeOf,
  toneColours,
  tones,
} from './theme.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

const schemes = ['light', 'dark'] as const

const variablesFor = (brand: string) => {
  const shades = shadesOf(brand)
  return cssVariablesResolver({ ...fullTheme(), colors: { ...fullTheme().colors, brand: shades } })
}

const fullTheme = (() => {
  let made: Parameters<typeof cssVariablesResolver>[0] | undefined
  return () => {
    if (made) return made
    const capture: typeof cssVariablesResolver = (theme) => {
      made = theme
      return cssVariablesResolver(theme)
    }
    renderToString(createElement(MantineProvider, { theme: themeOf('#4f46e5'), cssVariablesResolver: capture }))
    if (!made) throw new Error('Mantine asked for no variables.')
    return made
  }
})()

describe('contrast', () => {
  test('agrees with the figures that WCAG gives for black, white and mid grey', () => {
    expect(contrastOf('#000000', '#ffffff')).toBe(21)
    expect(contrastOf('#ffffff', '#ffffff')).toBe(1)
    expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })

  test('the ink on any colour reads at 4.5 to 1 or better', () => {
    fc.assert(fc.property(colour, (background) => contrastOf(inkOn(background), background) >= 4.5))
  })

  test('the ink on a filled button still reads while the pointer is on it', () => {
    fc.assert(fc.property(colour, (brand) => contrastOf(inkOn(brand), hoverOf(brand)) >= 4.5))
  })

  test('any colour can be made readable on any ground', () => {
    fc.assert(fc.property(colour, colour, (text, ground) => contrastOf(readableOn(text, ground, 4.5), ground) >= 4.5))
  })

  test('a colour that already reads is left exactly as it is', () => {
    expect(readableOn('#4f46e5', '#ffffff', 4.5)).toBe('#4f46e5')
  })
})

describe('the brand colour', () => {
  test('is shade 6 exactly, whatever it is', () => {
    fc.assert(fc.property(colour, (brand) => shadesOf(brand)[6] === brand))
  })

  test('an unreadable value falls back to ours instead of breaking the page', () => {
    expect(themeOf('teal; }').colors?.brand?.[6]).toBe('#4f46e5')
  })

  test('too light for white text, it gets dark text, and settings say so', () => {
    expect(inkOn('#facc15')).toBe('#000000')
    expect(brandAdvice('#facc15')).toMatch(/too light for white text/)
    expect(brandAdvice('#1e3a8a')).toMatch(/White text reads well/)
  })

  test('as text it reads on every ground and on its own tint, light and dark', () => {
    fc.assert(
      fc.property(colour, (brand) => {
        const resolved = variablesFor(brand)
        return schemes.every((scheme) => {
          const variables = resolved[scheme]
          const text = variables['--muster-brand-text'] ?? ''
          const onTint = variables['--mantine-color-brand-light-color'] ?? ''
          return (
            Object.values(grounds[scheme]).every((ground) => contrastOf(text, ground) >= 4.5) &&
            contrastOf(onTint, variables['--mantine-color-brand-light'] ?? '') >= 4.5 &&
            contrastOf(onTint, variables['--mantine-color-brand-light-hover'] ?? '') >= 4.5
          )
        })
      }),
    )
  })

  test('the focus ring shows at 3 to 1 or better on every ground', () => {
    fc.assert(
      fc.property(colour, (brand) => {
        const resolved = variablesFor(brand)
        return schemes.every((scheme) =>
          Object.values(grounds[scheme]).every(
            (ground) => contrastOf(resolved[scheme]['--muster-focus'] ?? '', ground) >= 3,
          ),
        )
      }),
    )
  })
})

describe.each(schemes)('the %s scheme', (scheme) => {
  test('every text colour reads on every ground, the dimmed one too', () => {
    for (const text of Object.values(texts[scheme]))
      for (const ground of Object.values(grounds[scheme]))
        expect(contrastOf(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })

  test.each(tones)('the word of a state that is %s reads on its ground', (tone) => {
    const [ground, ink] = toneColours[scheme][tone]

    expect(contrastOf(ground, ink)).toBeGreaterThanOrEqual(4.5)
  })
})

test('mixing goes from the first colour to the second', () => {
  expect(mix('#123456', '#ffffff', 0)).toBe('#123456')
  expect(mix('#123456', '#ffffff', 1)).toBe('#ffffff')
})
