import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { DownloadOutput } from '#kernel/file-answer.ts'
import { id, PersonId } from '#kernel/ids.ts'
import { pageInput, pageOf } from '#kernel/page.ts'

export const JournalId = id('JournalId')

export const JournalEntry = z.object({
  id: JournalId,
  occurredAt: Instant,
  personId: PersonId,
  personName: z.string().nullable().describe('Null for what Muster did by itself'),
  via: z.enum(['session', 'key', 'link', 'job']),
  name: z.string(),
  sentence: z.string().describe('What happened, in words'),
  data: z.record(z.string(), z.unknown()),
})
export type JournalEntry = z.output<typeof JournalEntry>

export const searchLog = endpoint({
  name: 'audit.search-log',
  method: 'GET',
  path: '/audit/log',
  summary: 'Everything that happened, newest first',
  input: z.strictObject({
    personId: PersonId.optional(),
    subjectId: z.uuid().optional().describe('Anything with an id: a contractor, an invoice, a payment'),
    event: z.string().max(100).optional().describe('The name of an event, or its beginning such as `invoices.`'),
    from: Instant.optional(),
    to: Instant.optional(),
    ...pageInput,
  }),
  output: pageOf(JournalEntry),
})

export const viewTimeline = endpoint({
  name: 'audit.view-timeline',
  method: 'GET',
  path: '/audit/timeline/:subjectId',
  summary: 'What happened to one object, newest first',
  input: z.strictObject({ subjectId: z.uuid(), ...pageInput }),
  output: pageOf(JournalEntry),
})

export const Verdict = z.object({
  organizationId: z.string(),
  entries: z.int(),
  sealed: z.int(),
  unsealed: z.int().describe('Entries of the last moments that are not in the chain yet'),
  outOfOrder: z
    .int()
    .describe(
      'Entries dated long before others that were recorded ahead of them: written later, or by a clock set back',
    ),
  checkpoints: z.int().describe('Signed checkpoints outside the database that agree with the chain'),
  intact: z.boolean(),
  faults: z.array(z.object({ position: z.int().nullable(), journalId: z.string().nullable(), what: z.string() })),
})
export type Verdict = z.output<typeof Verdict>

export const verifyLog = endpoint({
  name: 'audit.verify-log',
  method: 'GET',
  path: '/audit/verification',
  summary: 'Recompute every hash and the chain, and compare them with the signed checkpoints',
  input: z.strictObject({}),
  output: Verdict,
})

export const exportLog = endpoint({
  name: 'audit.export-log',
  method: 'GET',
  path: '/audit/export',
  summary: 'The whole log with its chain, one JSON object a line, for verifying it elsewhere',
  input: z.strictObject({}),
  output: DownloadOutput,
})
