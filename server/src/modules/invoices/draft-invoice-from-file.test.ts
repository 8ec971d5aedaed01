import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEInvoice } from '#modules/e-invoices/read-e-invoice.ts'
import { uploadFile } from '#modules/files/contract.ts'
import { changed, cii, ubl } from '#test/e-invoice-samples.ts'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { draftInvoiceFromFile } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

/** Priya at work for euros, with this file uploaded. */
const withFile = async (content: string, currency = 'EUR') => {
  const at = await contractorAtWork(w, { currency })
  const { id: fileId } = await w.done(uploadFile, at.actor, { name: 'invoice.xml' }, { upload: Buffer.from(content) })
  return { ...at, input: { assignmentId: at.assignmentId, fileId } }
}

const attachedAt = async (fileId: string) => (await w.sql('select attached_at from files where id = $1', [fileId]))[0]

test('a file in another currency is refused with both named, and stays free for something else', async () => {
  const { actor, input } = await withFile(ubl, 'USD')

  const { status, body } = await w.ask(draftInvoiceFromFile, actor, input)

  expect(status).toBe(422)
  expect(body).toMatchObject({
    errors: [{ pointer: '#/fileId', detail: 'The file is in EUR, the assignment in USD.' }],
  })
  expect(await attachedAt(input.fileId)).toEqual({ attached_at: null })
})

test('somebody else has no use of a file they only know the id of', async () => {
  const { input } = await withFile(ubl)
  const other = await contractorAtWork(w, { currency: 'EUR' })

  const foreignWork = await w.ask(draftInvoiceFromFile, other.actor, input)
  const foreignFile = await w.ask(draftInvoiceFromFile, other.actor, { ...input, assignmentId: other.assignmentId })

  expect([foreignWork.status, foreignFile.status]).toEqual([404, 404])
})

test('no transaction is open while the file is read', async () => {
  const { actor, input } = await withFile(ubl)
  // Files are read one at a time: this one waits for these, and holds nothing meanwhile.
  const before = Array.from({ length: 3 }, () => readEInvoice(Buffer.from(cii)))
  let status: number | undefined
  const drafting = w.ask(draftInvoiceFromFile, actor, input).then((answer) => {
    status = answer.status
  })
  const seen = new Map<string, number>()
  let looks = 0

  while (status === undefined) {
    looks += 1
    const locks = await w.sql(
      `select distinct virtualtransaction as transaction from pg_locks where relation = 'files'::regclass
        and database = (select oid from pg_database where datname = current_database())`,
    )
    for (const { transaction } of locks) seen.set(transaction, (seen.get(transaction) ?? 0) + 1)
  }

  expect(status).toBe(200)
  expect(Math.max(0, ...seen.values())).toBeLessThan(looks / 2)
  await Promise.all([drafting, ...before])
}, 120_000)

test('the draft says what the file says, and a retry under the same key gets the same draft', async () => {
  const { actor, input } = await withFile(changed(ubl, '<cbc:ID>', '<cbc:ID>R'))

  const first = await w.ask(draftInvoiceFromFile, actor, input, { key: 'draft' })
  const again = await w.ask(draftInvoiceFromFile, actor, input, { key: 'draft' })
  const twice = await w.ask(draftInvoiceFromFile, actor, input)

  expect(first.body).toMatchObject({ status: 'draft', source: 'e-invoice', fileId: input.fileId })
  expect(again.text).toBe(first.text)
  expect(twice.body).toMatchObject({ type: '/problems/file-already-used' })
})
