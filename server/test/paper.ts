import { PDF } from '@libpdf/core'
import { strokesOf } from '#kernel/documents/image.ts'
import type { Letterhead, Mark } from '#kernel/documents/letterhead.ts'

export const madeAt = new Date('2026-11-12T16:20:11Z')

export const northwindHead: Letterhead = { name: 'Northwind Crew', colour: '#0b6e4f' }

const strokes = strokesOf({
  path: 'M 10 60 C 30 10, 50 10, 60 50 C 65 80, 80 20, 100 40 L 260 40',
  width: 280,
  height: 90,
})
if (strokes === undefined) throw new Error('The sample signature cannot be drawn.')
export const drawnMark: Mark = { kind: 'drawn', image: strokes }

/** Text that would do something if it were ever read as markup, code, a path or PDF syntax. */
export const hostileTexts = [
  '#panic("x") #read("/etc/passwd")',
  '$x^2$ \\alpha \\u{41}',
  '*bold* _it_ `raw` @ref <label>',
  '= Heading',
  '// comment /* block */',
  '<script>alert(1)</script> &amp;',
  ') Tj ET endstream <</Contents>>',
] as const

/** The text of each page, with the spaces that break lines made equal. */
export const pagesOf = async (pdf: Uint8Array): Promise<readonly string[]> =>
  (await PDF.load(pdf)).extractText().map(({ text }) => text.replace(/[\s\u200b]+/g, ' '))

export const textOf = async (pdf: Uint8Array): Promise<string> => (await pagesOf(pdf)).join(' ')
