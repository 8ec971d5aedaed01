import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { listOf } from '#kernel/page.ts'
import { ContractorId, ImportId } from '#modules/directory/ids.ts'
import { Country } from '#modules/directory/profile.ts'

/** What a column of a file can be about. A name may come in one column or in two. */
export const importFields = [
  'displayName',
  'firstName',
  'lastName',
  'email',
  'phone',
  'country',
  'region',
  'city',
  'timeZone',
  'headline',
  'about',
  'website',
  'skills',
  'type',
  'department',
  'externalId',
  'ignore',
] as const
export const ImportField = z.enum(importFields)
export type ImportField = z.output<typeof ImportField>

export const importOutcomes = ['new', 'changed', 'unchanged', 'refused'] as const
const ImportOutcome = z.enum(importOutcomes)
export type ImportOutcome = z.output<typeof ImportOutcome>

export const ImportCounts = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() })
export type ImportCounts = z.output<typeof ImportCounts>

/** What happens, or would happen, with one row of a file. Rows are counted as a spreadsheet does: the headers are row 1. */
export const ImportRow = z.object({
  row: z.int(),
  outcome: ImportOutcome,
  displayName: z.string(),
  email: z.string(),
  contractorId: ContractorId.nullable(),
  /** What changes, by field. */
  fields: z.array(z.string()),
  errors: z.array(z.object({ column: z.string(), detail: z.string() })),
})
export type ImportRow = z.output<typeof ImportRow>

export const ImportPreview = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  delimiter: z.string(),
  columns: z.array(z.object({ header: z.string(), field: ImportField, samples: z.array(z.string()) })),
  /** False when no column holds the names or the addresses: nothing can be imported yet. */
  isMapped: z.boolean(),
  counts: ImportCounts,
  /** Every refused row first, then the others, up to 500 of each. */
  rows: z.array(ImportRow),
})
export type ImportPreview = z.output<typeof ImportPreview>

const columns = listOf(ImportField).describe('One field for each column of the file, in their order')
const country = Country.optional().describe('For rows that name no country')

export const importFile = { maxBytes: 10_000_000, maxRows: 20_000, maxColumns: 100 }
const upload = { maxBytes: importFile.maxBytes }

export const previewImport = endpoint({
  name: 'directory.preview-import',
  method: 'POST',
  path: '/contractors/import/preview',
  summary: 'What an import of this CSV file would do, row by row; changes nothing',
  input: z.strictObject({ columns: columns.optional(), country }),
  output: ImportPreview,
  upload,
})

export const importContractors = endpoint({
  name: 'directory.import-contractors',
  method: 'POST',
  path: '/contractors/import',
  summary: 'Import contractors from a CSV file; the same file again changes nothing',
  input: z.strictObject({
    columns,
    country,
    badRows: z.enum(['stop', 'skip']).default('stop').describe('Import nothing, or leave out the rows with mistakes'),
  }),
  output: z.object({ importId: ImportId, counts: ImportCounts, refused: z.array(ImportRow) }),
  upload,
})
