import type { AgreementBlock, AgreementRun } from '#modules/agreements/contract.ts'

/** What a template will look like, with each merge field as its name. The server reads the text the same way, exactly. */
export const previewBlocks = (body: string): readonly AgreementBlock[] =>
  body
    .split(/\n\s*\n|\n(?=#{1,3}\s)|(?<=^#{1,3}\s.*)\n/m)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(blockOf)

const blockOf = (part: string): AgreementBlock => {
  const [, marks, title = ''] = /^(#{1,3})\s+(.+)$/.exec(part) ?? []
  if (marks)
    return { kind: 'heading', level: marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3, text: runsOf(title) }
  const lines = part.split('\n').map((line) => line.trim())
  const bullet = /^(?:[-•]|\d{1,3}[.)])\s+/
  if (lines.every((line) => bullet.test(line))) {
    const ordered = /^\d/.test(part)
    const items = lines.map((line) => runsOf(line.replace(bullet, '')))
    return { kind: 'list', ordered, start: ordered ? Number.parseInt(part, 10) : 1, items }
  }
  return { kind: 'paragraph', text: runsOf(lines.join(' ')) }
}

/** Merge fields stand out, so that nobody takes their name for the text. */
const runsOf = (text: string): AgreementRun[] =>
  text
    .replaceAll(/\{\{\s*(?:field:\s*)?([^{}]+?)\s*\}\}/g, '**[$1]**')
    .split('**')
    .map((run, index) => (index % 2 === 1 ? { text: run, strong: true } : { text: run }))
    .filter((run) => run.text !== '')
