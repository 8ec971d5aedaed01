import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, subtract, sumOf } from '#kernel/money.ts'
import { Problem } from '#kernel/problem.ts'
import { damage, damaged } from '#test/damage.ts'
import { cii, ubl } from '#test/e-invoice-samples.ts'
import { pdfWithFile } from '#test/pdf-with-file.ts'
import { sharedBytes, sharedFiles, sharedTest } from '#test/shared-data.ts'
import { interpretFile } from './interpret-file.ts'

const longestMs = 10_000

/** An invoice whose sums hold, or a Problem with at least one finding, soon. Anything else fails. */
const expectReadOrRefused = async (bytes: Uint8Array): Promise<'read' | 'refused'> => {
  const started = performance.now()
  try {
    const { totals, lines } = await interpretFile(bytes)
    const { currency } = totals.payable
    expect(
      sumOf(
        lines.map(({ netAmount }) => netAmount),
        currency,
      ),
    ).toEqual(totals.lineNet)
    expect(add(subtract(totals.taxInclusive, totals.prepaid), totals.rounding)).toEqual(totals.payable)
    return 'read'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { errors } = error.toJSON() as unknown as { errors: readonly { pointer: string; detail: string }[] }
    expect(errors.length).toBeGreaterThan(0)
    for (const { pointer, detail } of errors) {
      expect(pointer).toMatch(/^#/)
      expect(detail).toMatch(/\.$/)
    }
    return 'refused'
  } finally {
    expect(performance.now() - started).toBeLessThan(longestMs)
  }
}

describe('a damaged file is read or refused, never a defect, and soon', () => {
  test('our own samples, 2,000 times', async () => {
    const outcomes = { read: 0, refused: 0 }
    const samples = [ubl, cii].map((text) => Buffer.from(text).toString('latin1'))
    const cases = fc.tuple(fc.constantFrom(...samples), fc.array(damage, { minLength: 1, maxLength: 3 }))

    await fc.assert(
      fc.asyncProperty(cases, async ([sample, damages]) => {
        outcomes[await expectReadOrRefused(Buffer.from(damaged(sample, damages), 'latin1'))] += 1
      }),
      { numRuns: 2_000 },
    )

    expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(100)
  }, 120_000)

  sharedTest(
    'every official sample, 10 times',
    async () => {
      const files = sharedFiles('einvoice').filter((file) =>
        /(examples|xrechnung|xml-rechnung|correct).*\.xml$/i.test(file),
      )
      const samples = files.map((file) => sharedBytes(`einvoice/${file}`).toString('latin1'))

      for (const sample of samples)
        await fc.assert(
          fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
            await expectReadOrRefused(Buffer.from(damaged(sample, damages), 'latin1'))
          }),
          { numRuns: 10 },
        )

      expect(samples.length).toBeGreaterThanOrEqual(124)
    },
    120_000,
  )

  test('a PDF around an invoice, 1,000 times', async () => {
    const pdf = pdfWithFile({ name: 'factur-x.xml', content: Buffer.from(cii) }).toString('latin1')

    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        await expectReadOrRefused(Buffer.from(damaged(pdf, damages), 'latin1'))
      }),
      { numRuns: 1_000 },
    )
  }, 120_000)

  test('bytes at random behind the first ones of XML and of PDF', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('<', '<?xml ', '\ufeff<', '%PDF-1.7\n'),
        fc.uint8Array({ maxLength: 300 }),
        async (head, tail) => {
          expect(await expectReadOrRefused(Buffer.concat([Buffer.from(head), tail]))).toBe('refused')
        },
      ),
      { numRuns: 500 },
    )
  }, 120_000)
})
