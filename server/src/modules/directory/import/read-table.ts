import { CsvError, parse } from 'csv-parse/sync'
import { importFileUnreadable } from '#modules/directory/problems.ts'
import { importFile } from './contract.ts'

/** Rows carry their number in the spreadsheet, where the headers are row 1. */
export type Table = Readonly<{
  delimiter: string
  headers: readonly string[]
  rows: readonly Readonly<{ row: number; cells: readonly string[] }>[]
}>

const delimiters = [',', ';', '\t', '|']

/** Reads a table of cells: any usual delimiter, quoted cells with line breaks and quotes in them, blank rows passed over. */
export const readTable = (text: string): Table => {
  const named = /^sep=(.)\r?\n/i.exec(text)
  const body = named ? text.slice(named[0].length) : text
  const delimiter = named?.[1] ?? likeliestDelimiter(body)
  const [headers, ...rows] = cellsOf(body, delimiter)
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!headers || rows.length === 0) throw unreadable('There are no rows below the headers.')
  if (rows.length > importFile.maxRows) throw unreadable(`Split the file: ${importFile.maxRows} rows are the most.`)
  if (headers.cells.length > importFile.maxColumns)
    throw unreadable(`Leave some columns out: ${importFile.maxColumns} are the most.`)
  return { delimiter, headers: headers.cells, rows }
}

const cellsOf = (text: string, delimiter: string, firstRows?: number): string[][] => {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      ...(firstRows ? { to: firstRows } : {}),
    })
  } catch (broken) {
    if (!(broken instanceof CsvError)) throw broken
    throw unreadable(`A quotation mark near line ${broken.lines ?? 1} opens a cell that never ends.`)
  }
}

const unreadable = (detail: string) => importFileUnreadable({ errors: [{ pointer: '#', detail }] })

/** The one by which the first rows have the most cells and most often the same number of them. */
const likeliestDelimiter = (text: string): string => {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter) }))
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

const scoreOf = (text: string, delimiter: string): number => {
  const [headers = [], ...rows] = cellsOf(text, delimiter, 20)
  const alike = rows.filter((cells) => cells.length === headers.length).length
  return headers.length > 1 ? headers.length * (1 + alike) : 0
}
