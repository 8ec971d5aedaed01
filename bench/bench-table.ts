/** A table: the first row holds the headings. */
export type Table = readonly (readonly string[])[]

/** For a terminal: columns as wide as their widest cell, words to the left and everything after them to the right. */
export const plainTable = (table: Table): string => {
  const widths = widthsOf(table)
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  const [head = [], ...rows] = table
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

/** For a page of the documentation. */
export const markdownTable = (table: Table): string => {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const [head = [], ...rows] = table
  const rule = `|${head.map((_, at) => (at === 0 ? '---' : '---:')).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

const widthsOf = ([head = [], ...rows]: Table): number[] =>
  head.map((heading, at) => Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)))

/** Two figures that count, whatever the size: 0.31, 4.2, 128. */
export const figure = (value: number): string => {
  if (value >= 100) return String(Math.round(value))
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`

/** Whether a figure keeps to the most it may be. */
export const verdict = (value: number, atMost: number): string => (value <= atMost ? 'met' : 'not met')
