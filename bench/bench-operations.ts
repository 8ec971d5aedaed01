import { randomUUID } from 'node:crypto'
import type { Endpoint } from '#kernel/endpoint.ts'
import { listContractors, viewContractor } from '#modules/directory/contract.ts'
import { approveInvoice, draftInvoice } from '#modules/invoices/contract.ts'
import { viewSpend } from '#modules/reports/contract.ts'
import type { Person, Scene } from './bench-scene.ts'
import { waitingInvoices } from './bench-waiting.ts'

type Input = Readonly<Record<string, unknown>>

export type Operation = Readonly<{
  title: string
  endpoint: Endpoint
  /** The most it may cost, as a multiple of the statements' own cost. */
  aim: number
  /** The product's own statements that answer the question or write the rows. */
  statements: readonly string[]
  who: (scene: Scene) => Person
  /** Different ones where a question may be asked again, each once where something is written. */
  inputs: (scene: Scene, count: number) => Promise<readonly Input[]>
  writes: boolean
}>

/** A question is asked in turn about so many different things. */
const different = 200

const search: Operation = {
  title: 'Contractor search',
  endpoint: listContractors,
  aim: 3,
  statements: ['directory.search'],
  who: ({ staff }) => staff,
  writes: false,
  inputs: async ({ sql }, count) => {
    const people = await sql(
      `select split_part(headline, ' ', 1) as word, country, status, skills[1] as skill from contractors
       where status <> 'archived' and headline <> '' and cardinality(skills) > 0 order by md5(id::text) limit $1`,
      different,
    )
    return cycled(
      people.map(({ word, country, status, skill }) => ({ search: word, country, status, skill, limit: 50 })),
      count,
    )
  },
}

const detail: Operation = {
  title: 'Contractor detail',
  endpoint: viewContractor,
  aim: 3,
  statements: ['directory.contractor-page'],
  who: ({ staff }) => staff,
  writes: false,
  inputs: async ({ sql }, count) => {
    const people = await sql('select id from contractors order by md5(id::text) limit $1', different)
    return cycled(
      people.map(({ id }) => ({ contractorId: id })),
      count,
    )
  },
}

const create: Operation = {
  title: 'Create invoice with lines',
  endpoint: draftInvoice,
  aim: 4,
  statements: ['invoices.insert'],
  who: ({ contractor }) => contractor,
  writes: true,
  inputs: async ({ assignmentId }, count) => {
    const lines = ['Concept and drafts', 'Shoot and edit', 'Revisions'].map((description, at) => ({
      description,
      quantity: `${7 + at}.5`,
      unitPrice: '85.00',
    }))
    return Array.from({ length: count }, () => ({
      assignmentId,
      number: `BENCH-${randomUUID()}`,
      issuedOn: '2026-01-15',
      lines,
    }))
  },
}

const approve: Operation = {
  title: 'Approve invoice',
  endpoint: approveInvoice,
  aim: 4,
  statements: ['invoices.save-move', 'approvals.record'],
  who: ({ approver }) => approver,
  writes: true,
  inputs: async (scene, count) => {
    const waiting = await waitingInvoices(scene, count)
    return waiting.map(({ id, version }) => ({ invoiceId: id, version }))
  },
}

const report: Operation = {
  title: 'Spend by month and department',
  endpoint: viewSpend,
  aim: 2,
  statements: ['reports.spend-by-department'],
  who: ({ staff }) => staff,
  writes: false,
  inputs: async (_, count) => Array.from({ length: count }, () => ({ by: 'department' })),
}

export const operations: readonly Operation[] = [search, detail, create, approve, report]

const cycled = (inputs: readonly Input[], count: number): readonly Input[] =>
  Array.from({ length: count }, (_, at) => inputs[at % inputs.length] ?? {})
