import type { AgreementBlock, AgreementRun } from '#modules/agreements/contract.ts'

/** What a template will look like, with each merge field as its name. The server reads the text the same way, exactly. */
export const previewBlocks = (body: string): readonly AgreementBlock[] =>
  partsOf(body).map((lines) => blockOf(lines.join('\n').trim()))

/** Lines that belong together: a blank line ends them, and a heading stands alone. */
const partsOf = (body: string): readonly (readonly string[])[] => {
  const parts: string[][] = []
  let open: string[] | undefined
  for (const line of body.split('\n')) {
    const isHeading = /^#{1,3}\s/.test(line)
    if (line.trim() === '' || isHeading) open = undefined
    if (isHeading) parts.push([line])
    else if (open) open.push(line)
    else if (line.trim() !== '') {
      open = [line]
      parts.push(open)
    }
  }
  return parts
}

const blockOf = (part: string): AgreementBlock => {
  const [, marks, title = ''] = /^(#{1,3})\s+(\S.*)$/.exec(part) ?? []
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
    .replaceAll(/\{\{([^{}]+)\}\}/g, (_, field: string) => `**[${field.trim().replace(/^field:\s*/, '')}]**`)
    .split('**')
    .map((run, index) => (index % 2 === 1 ? { text: run, strong: true } : { text: run }))
    .filter((run) => run.text !== '')
