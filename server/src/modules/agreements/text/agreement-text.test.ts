import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf } from './agreement-text.ts'

const plain = (text: string) => [{ text }]

test('what was filled in is no markup, whatever it looks like', () => {
  const values = { 'contractor.name': '# **Bobby** \n- x' }

  expect(blocksOf('Between us and {{contractor.name}}.', values)).toEqual([
    { kind: 'paragraph', text: plain('Between us and # **Bobby** \n- x.') },
  ])
})

test('asterisks without a partner, and signs without a blank after them, are text', () => {
  expect(blocksOf('2 ** 3\n\n#1 and -5', {})).toEqual([
    { kind: 'paragraph', text: plain('2 ** 3') },
    { kind: 'paragraph', text: plain('#1 and -5') },
  ])
})

test('headings, paragraphs, lists and what stands out are read', () => {
  const body = [
    '# Work',
    'The **first** line',
    'goes on here.',
    '',
    '- one',
    '- two, which is',
    '  longer',
    '3. third',
    '4. fourth',
    '### Small',
  ].join('\r\n')

  expect(blocksOf(body, {})).toEqual([
    { kind: 'heading', level: 1, text: plain('Work') },
    {
      kind: 'paragraph',
      text: [{ text: 'The ' }, { text: 'first', strong: true }, { text: ' line goes on here.' }],
    },
    { kind: 'list', ordered: false, start: 1, items: [plain('one'), plain('two, which is longer')] },
    { kind: 'list', ordered: true, start: 3, items: [plain('third'), plain('fourth')] },
    { kind: 'heading', level: 3, text: plain('Small') },
  ])
})

test('no word of a text is lost or doubled', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/)
  const line = fc
    .tuple(fc.constantFrom('', '# ', '## ', '- ', '1. ', '> '), fc.array(word, { maxLength: 4 }))
    .map(([mark, words]) => (words.length > 0 ? mark + words.join(' ') : ''))

  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const shown = blocksOf(lines.join('\n'), {})
        .flatMap((block) => (block.kind === 'list' ? block.items : [block.text]))
        .map((runs) => runs.map(({ text }) => text).join(''))

      expect(shown.join(' ').match(/[a-z]+/g)).toEqual(lines.join(' ').match(/[a-z]+/g))
    }),
  )
})
