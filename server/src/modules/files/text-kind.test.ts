import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textKindOf } from './text-kind.ts'

const kindOf = (text: string) => {
  const bytes = Buffer.from(text)
  return textKindOf(
    (async function* () {
      yield bytes
    })(),
    bytes,
  )
}

test.each([
  ['empty comments and no element', `${'<!---->'.repeat(3_000)}?`, 'text'],
  ['comments that close and open in one', `<!-${'---><!--><!----><!-'.repeat(1_000)}`, 'text'],
  ['declarations in comments', `<!-${'-ª--><!--?><ª--><!-'.repeat(1_000)}`, 'text'],
  ['a declaration that never ends', `<?${'?'.repeat(20_000)}`, 'text'],
  ['blanks', `${' \n'.repeat(20_000)}<`, 'text'],
  ['a name that never ends', `<${'a'.repeat(20_000)}`, 'text'],
])('a file of nothing but %s is looked at once, however long it is', async (_, text, kind) => {
  expect(await kindOf(text)).toBe(kind)
})

test.each([
  ['<!-- a --> <!-- b -->\n<HTML>', 'web page'],
  ['<!-- a --><!DOCTYPE html>', 'web page'],
  ['<?xml version="1.0"?> <!-- a --> <?pi?> <x:html >', 'web page'],
  ['<!-- > --><svg/>', 'drawing'],
  ['<?xml version="1.0"?><!-- <svg> --><Invoice>', 'xml'],
  [`<?xml version="1.0"?><!--${' '.repeat(5_000)}--><Invoice>`, 'xml'],
  ['<!-- never closed <html>', 'text'],
  ['<!--> -->', 'text'],
])('%s is a %s', async (text, kind) => {
  expect(await kindOf(text)).toBe(kind)
})

test('a web page is found behind any comments and blanks', async () => {
  const lead = fc.constantFrom('<!---->', '<!-- a -->', '<!--<html>-->', ' ', '\n', '<!-- - -- -->')

  await fc.assert(
    fc.asyncProperty(fc.array(lead, { maxLength: 100 }), async (leads) => {
      expect(await kindOf(`${leads.join('')}<body onload="x">`)).toBe('web page')
    }),
  )
})
