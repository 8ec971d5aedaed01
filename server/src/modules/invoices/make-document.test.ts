import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { downloadInvoice, draftInvoice, makeDocument, submitInvoice } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

let count = 0
const drafted = async () => {
  const { assignmentId, actor } = await contractorAtWork(w)
  count += 1
  const lines = [{ description: 'Motion design', quantity: '7.5', unitPrice: '85.00' }]
  const written = { assignmentId, number: `DOC-${count}`, issuedOn: '2026-11-16', lines }
  return { actor, invoiceId: (await w.done(draftInvoice, actor, written)).id }
}
const submitted = async () => {
  const { actor, invoiceId } = await drafted()
  await w.done(submitInvoice, actor, { invoiceId, version: 1 })
  return { actor, invoiceId }
}

test('after the submission the invoice is there as a PDF for both sides', async () => {
  const { actor, invoiceId } = await submitted()
  expect((await w.ask(downloadInvoice, actor, { invoiceId })).status).toBe(404)

  await w.deliver()

  for (const reader of [actor, w.member('finance')]) {
    const { status, headers, text } = await w.ask(downloadInvoice, reader, { invoiceId })
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(text.slice(0, 5)).toBe('%PDF-')
  }
})

test('the document of an invoice that has none is made for whoever looks for it, once, and never for a draft', async () => {
  const { actor, invoiceId } = await submitted()
  const draft = await drafted()
  const stranger = await drafted()

  const refused = await w.ask(makeDocument, draft.actor, { invoiceId: draft.invoiceId })
  const foreign = await w.ask(makeDocument, stranger.actor, { invoiceId })
  const { pdfFileId } = await w.done(makeDocument, actor, { invoiceId })
  const again = await w.ask(makeDocument, w.member('finance'), { invoiceId })

  expect([refused.status, foreign.status, again.status]).toEqual([409, 404, 409])
  expect(pdfFileId).not.toBeNull()
  expect((await w.ask(downloadInvoice, w.member('finance'), { invoiceId })).status).toBe(200)
})
