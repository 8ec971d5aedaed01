import type { AgreementBlock, AgreementRun } from '#modules/agreements/contract.ts'
import { filled, type MergeValues } from './merge-fields.ts'

type Line = Readonly<
  | { kind: 'blank' }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'item'; ordered: boolean; start: number; text: string }
  | { kind: 'text'; text: string }
>

/**
 * Reads the simple form in which templates are written: `#`, `##`, `###` before a heading, `-` or `1.` before an item
 * of a list, blank lines between paragraphs, `**…**` around what stands out. Everything else is text.
 */
export const blocksOf = (body: string, values: MergeValues): readonly AgreementBlock[] => {
  const blocks: Draft[] = []
  let open: Draft | undefined
  for (const line of body.replaceAll('\r\n', '\n').split('\n').map(lineOf)) {
    const goesOn = open !== undefined && continues(open, line)
    if (!goesOn) {
      open = startOf(line)
      if (open) blocks.push(open)
    } else if (open) append(open, line)
  }
  return blocks.map((block) => blockOf(block, values))
}

type Draft =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; start: number; items: string[] }

const lineOf = (written: string): Line => {
  const text = written.trim()
  if (text === '') return { kind: 'blank' }
  const [, marks, title = ''] = /^(#{1,3})\s+(\S.*)$/.exec(text) ?? []
  if (marks) return { kind: 'heading', level: marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3, text: title }
  const [, bullet] = /^[-•]\s+(\S.*)$/.exec(text) ?? []
  if (bullet) return { kind: 'item', ordered: false, start: 1, text: bullet }
  const [, number, item] = /^(\d{1,3})[.)]\s+(\S.*)$/.exec(text) ?? []
  if (item) return { kind: 'item', ordered: true, start: Number(number), text: item }
  return { kind: 'text', text }
}

const continues = (block: Draft, line: Line): boolean => {
  if (block.kind === 'paragraph') return line.kind === 'text'
  if (block.kind === 'list') return line.kind === 'text' || (line.kind === 'item' && line.ordered === block.ordered)
  return false
}

const startOf = (line: Line): Draft | undefined => {
  if (line.kind === 'blank') return undefined
  if (line.kind === 'heading') return { ...line }
  if (line.kind === 'item') return { kind: 'list', ordered: line.ordered, start: line.start, items: [line.text] }
  return { kind: 'paragraph', text: line.text }
}

const append = (block: Draft, line: Line): void => {
  if (line.kind !== 'text' && line.kind !== 'item') return
  if (block.kind === 'paragraph') block.text += ` ${line.text}`
  if (block.kind !== 'list') return
  if (line.kind === 'item') block.items.push(line.text)
  else block.items.push(`${block.items.pop() ?? ''} ${line.text}`)
}

const blockOf = (block: Draft, values: MergeValues): AgreementBlock => {
  if (block.kind !== 'list') return { ...block, text: runsOf(block.text, values) }
  return { ...block, items: block.items.map((item) => runsOf(item, values)) }
}

/** Set apart before it is filled in, so that asterisks in a name stay asterisks. An odd one out is text. */
const runsOf = (text: string, values: MergeValues): AgreementRun[] => {
  const parts = text.split('**')
  const isWhole = parts.length % 2 === 1
  const runs = isWhole
    ? parts.map((part, index) => ({ part, strong: index % 2 === 1 }))
    : [{ part: text, strong: false }]
  return runs
    .filter(({ part }) => part !== '')
    .map(({ part, strong }) => ({ text: filled(part, values), ...(strong ? { strong } : {}) }))
}
