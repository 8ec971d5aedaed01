import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { interpretFile } from '#modules/e-invoices/interpret-file.ts'
import { uploadFile } from '#modules/files/contract.ts'
import { assignmentOf } from '#modules/work/index.ts'
import { damage, damaged } from '#test/damage.ts'
import { changed, cii, ubl } from '#test/e-invoice-samples.ts'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { draftInvoiceFromFile, viewMyInvoice } from './contract.ts'
import { fillFromEInvoice } from './fill-from-e-invoice.ts'
import { openDraft } from './open-draft.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const draftFrom = async (xml: string) => {
  const { actor, assignmentId } = await contractorAtWork(w, { currency: 'EUR' })
  const upload = Buffer.from(xml)
  const { id: fileId } = await w.done(uploadFile, actor, { name: 'invoice.xml' }, { upload })
  return { actor, ...(await w.ask(draftInvoiceFromFile, actor, { assignmentId, fileId })) }
}

const ticket = 'unitCode="C62">1<'
const everyAmount = (digits: string) =>
  ubl
    .replace(/<cac:AllowanceCharge>[\s\S]*?<\/cac:AllowanceCharge>\s*(?=<cac:(AllowanceCharge|TaxTotal))/g, '')
    .replaceAll(/(?<=currencyID="EUR">)\d+\.\d\d(?=<)/g, digits)

describe('what a file says passes the limits of the form', () => {
  test.each([
    ['a unit code of 400 letters', changed(ubl, ticket, `unitCode="${'X'.repeat(400)}">1<`), '#/lines/1/unit'],
    ['a number of 61 letters', changed(ubl, '<cbc:ID>PR-2026-041<', `<cbc:ID>${'P'.repeat(61)}<`), '#/number'],
    ['a rate of 1,000 %', ubl.replaceAll(/<cbc:Percent>0</g, '<cbc:Percent>1000<'), '#'],
    ['a quantity of 13 digits', changed(ubl, ticket, 'unitCode="C62">1000000000000<'), '#/lines/1/quantity'],
    [
      'a price of 16 digits',
      changed(ubl, '<cbc:PriceAmount currencyID="EUR">20.00<', '<cbc:PriceAmount currencyID="EUR">1000000000000000<'),
      '#/lines/1/unitPrice',
    ],
    ['amounts near 2^63', everyAmount('92233720368547758.07'), '#'],
  ])(
    '%s is refused at its place',
    async (_, xml, pointer) => {
      const { status, body } = await draftFrom(xml)

      expect(status).toBe(422)
      expect((body as { errors: { pointer: string }[] }).errors[0]?.pointer).toContain(pointer)
    },
    120_000,
  )

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'the unit code %s is only a word',
    async (code) => {
      const { body } = await draftFrom(changed(ubl, ticket, `unitCode="${code}">1<`))

      expect(body).toMatchObject({ status: 'draft', lines: [{ unit: 'hour' }, { unit: code }, {}, {}] })
    },
    120_000,
  )

  test('long words are cut between characters: a reason, a description with an emoji across the cut, the notes', async () => {
    const long = changed(
      changed(
        changed(ubl, '>Discount<', `>${'r'.repeat(3_000)}<`),
        '>Screens for the portal<',
        `>${'d'.repeat(491)}🎨 and more<`,
      ),
      '>Thank you for the good work together.<',
      `>${'n'.repeat(1_999)}👨‍👩‍👧‍👦<`,
    )
    const { actor, body } = await draftFrom(long)
    const { id: invoiceId } = body as { id: string }

    const kept = await w.done(viewMyInvoice, actor, { invoiceId })

    expect(kept.lines.map(({ description }) => description.length)).toEqual([499, 11, 500, 7])
    expect(kept.note).toBe('n'.repeat(1_999))
  }, 120_000)
})

test('600 damaged files become a draft or a refusal with its place, never a defect', async () => {
  const { actor, assignmentId } = await contractorAtWork(w, { currency: 'EUR' })
  const assignment = await w.work(actor, ({ tx }) => assignmentOf(tx, assignmentId))
  const outcomes = { drafted: 0, refused: 0 }
  const samples = [ubl, cii].map((text) => Buffer.from(text).toString('latin1'))
  const cases = fc.tuple(fc.constantFrom(...samples), fc.array(damage, { minLength: 1, maxLength: 3 }))
  let count = 0
  const draft = async (bytes: Buffer) => {
    const { input, sums } = fillFromEInvoice(await interpretFile(bytes))
    count += 1
    const content = { input: { ...input, number: `${count}` }, sums, source: 'written' as const }
    return w.work(actor, (work) => openDraft(work, assignment, { ...content, fileId: null, fileReading: null }))
  }

  await fc.assert(
    fc.asyncProperty(cases, async ([sample, damages]) => {
      try {
        await draft(Buffer.from(damaged(sample, damages), 'latin1'))
        outcomes.drafted += 1
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        expect(error.extras.errors).toMatchObject([{ pointer: expect.stringMatching(/^#/) }, ...anyMore(error)])
        outcomes.refused += 1
      }
    }),
    { numRuns: 600, seed: 20_261_130 },
  )

  expect(Math.min(outcomes.drafted, outcomes.refused)).toBeGreaterThan(50)
}, 120_000)

const anyMore = ({ extras }: Problem) => (extras.errors as readonly unknown[]).slice(1)
