import { expect, test } from 'vitest'
import { previewBlocks } from './previewBlocks.ts'

test('a template is shown in its headings, paragraphs and lists, with the names of its merge fields', () => {
  const body =
    '# Terms\nBetween us and {{ contractor.name }},\nof today.\n \n1. Work\n2. Pay {{field:Day of pay}}\n## End'

  expect(previewBlocks(body)).toEqual([
    { kind: 'heading', level: 1, text: [{ text: 'Terms' }] },
    {
      kind: 'paragraph',
      text: [{ text: 'Between us and ' }, { text: '[contractor.name]', strong: true }, { text: ', of today.' }],
    },
    {
      kind: 'list',
      ordered: true,
      start: 1,
      items: [[{ text: 'Work' }], [{ text: 'Pay ' }, { text: '[Day of pay]', strong: true }]],
    },
    { kind: 'heading', level: 2, text: [{ text: 'End' }] },
  ])
})

test('nothing but blank lines and marks is shown without waiting', () => {
  expect(previewBlocks('\n \t'.repeat(20_000))).toEqual([])
  expect(previewBlocks(`{{field:${'\t'.repeat(50_000)}`)).toHaveLength(1)
})
