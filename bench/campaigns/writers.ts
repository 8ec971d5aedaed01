import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { inviteMember } from '#modules/access/contract.ts'
import { addContractor, viewContractor } from '#modules/directory/contract.ts'
import { uploadFile, viewFile } from '#modules/files/contract.ts'
import { draftInvoice, submitInvoice, viewMyInvoice } from '#modules/invoices/contract.ts'
import type { Chance } from '#server/commands/demo/random.ts'
import type { Ask, Caller } from './caller.ts'
import type { Company, Login } from './company.ts'

/** Something that was acknowledged, and how to look whether it is still there as it was answered. */
export type Kept = Readonly<{ by: Login; text: string; view?: Readonly<{ endpoint: Endpoint; idName: string }> }>

export type Writing = Readonly<{ company: Company; caller: Caller; chance: Chance }>

/** Writes on until told to stop, one thing after the other, and finishes what it began however often that fails. */
export const startWriter = (writing: Writing, name: string) => {
  let isStopping = false
  const kept: Kept[] = []
  const faults: string[] = []
  const work = async () => {
    for (let count = 1; !isStopping; count += 1) {
      const wanted = writing.chance.between(1, 10)
      const act = wanted <= 4 ? writeInvoice : wanted <= 7 ? putOnFile : wanted <= 9 ? invite : upload
      for (const outcome of await act(writing, `${name}-${count}`))
        if (typeof outcome === 'string') faults.push(outcome)
        else kept.push(outcome)
    }
    return { kept, faults }
  }
  const working = work()
  return {
    stop: () => {
      isStopping = true
      return working
    },
  }
}

type Outcomes = Promise<readonly (Kept | string)[]>

const Made = z.object({ id: z.string(), version: z.number().optional() })

const done = async ({ caller }: Writing, ask: Ask, view?: Kept['view']): Promise<Kept | string> => {
  const { status, text } = await caller.insist(ask)
  if (status !== 200) return `${ask.endpoint.name} was answered with ${status}: ${text}`
  return { by: ask.by, text, ...(view ? { view } : {}) }
}

const putOnFile = async (writing: Writing, name: string): Outcomes => {
  const input = { displayName: `Ana ${name}`, email: `${name}@example.com`, country: 'US', city: 'Portland' }
  const ask = { by: writing.company.members.omar, endpoint: addContractor, input, key: name }
  return [await done(writing, ask, { endpoint: viewContractor, idName: 'contractorId' })]
}

/** Every second draft is submitted too, so that documents and mails must follow. */
const writeInvoice = async (writing: Writing, name: string): Outcomes => {
  const { company, chance } = writing
  const { login: by, assignmentId } = chance.one(someOf(company.atWork))
  const view = { endpoint: viewMyInvoice, idName: 'invoiceId' }
  const lines = Array.from({ length: chance.between(1, 6) }, (_, at) => ({
    description: `Part ${at + 1}`,
    quantity: `${chance.between(1, 40)}.5`,
    unitPrice: `${chance.between(20, 150)}.00`,
  }))
  const input = { assignmentId, number: name, issuedOn: company.today, lines }
  const drafted = await done(writing, { by, endpoint: draftInvoice, input, key: `${name}-draft` }, view)
  if (typeof drafted === 'string' || chance.happens(0.5)) return [drafted]
  const { id: invoiceId, version } = Made.parse(JSON.parse(drafted.text))
  const submission = { by, endpoint: submitInvoice, input: { invoiceId, version }, key: `${name}-submit` }
  return [await done(writing, submission, view)]
}

/** A mail follows. */
const invite = async (writing: Writing, name: string): Outcomes => {
  const input = { name: `Sam ${name}`, email: `sam-${name}@example.com`, roles: ['auditor'], departmentIds: null }
  return [await done(writing, { by: writing.company.members.maya, endpoint: inviteMember, input, key: name })]
}

const upload = async (writing: Writing, name: string): Outcomes => {
  const { company, chance } = writing
  const by = chance.one(someOf([...Object.values(company.members), ...company.atWork.map(({ login }) => login)]))
  const file = Buffer.from(`${name}\n`.repeat(chance.between(1, 40_000)))
  const ask = { by, endpoint: uploadFile, input: { name: `${name}.txt` }, key: name, file }
  return [await done(writing, ask, { endpoint: viewFile, idName: 'fileId' })]
}

const someOf = <Item>(items: readonly Item[]): readonly [Item, ...Item[]] => {
  const [first, ...others] = items
  if (first === undefined) throw new Error('There is nobody to write.')
  return [first, ...others]
}
