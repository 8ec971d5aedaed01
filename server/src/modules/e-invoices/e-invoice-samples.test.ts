import { PDF } from '@libpdf/core'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { add, money } from '#kernel/money.ts'
import { Problem } from '#kernel/problem.ts'
import { eInvoiceFaults, leavesOf } from '#test/e-invoice-check.ts'
import { sharedBytes, sharedFiles, sharedJson, sharedTest } from '#test/shared-data.ts'
import type { EInvoice } from './e-invoice.ts'
import { interpretFile } from './interpret-file.ts'
import { interpretInvoice } from './interpret-invoice.ts'

/** Which rules of EN 16931 each full example breaks, found by its official rules; run once, kept beside the samples. */
const Manifest = z.record(z.string(), z.object({ fatal: z.array(z.string()), warn: z.array(z.string()) }))
const verdicts = () => Object.entries(sharedJson('einvoice/manifest.json', Manifest))
const pdfsIn = (folder: string) =>
  sharedFiles(`einvoice/${folder}`)
    .filter((file) => file.endsWith('.pdf'))
    .map((file) => `${folder}/${file}`)
const profilesWithoutLines = /(BASICWL|MINIMUM)\.pdf$/

const validXml = () =>
  verdicts()
    .filter(([, { fatal }]) => fatal.length === 0)
    .map(([file]) => file)
const validPdf = () =>
  [...pdfsIn('facturx-en16931'), ...pdfsIn('zugferd-correct')].filter((file) => !profilesWithoutLines.test(file))

const bytesOf = (file: string): Buffer => sharedBytes(`einvoice/${file}`)

/** The XML of a file, taken out of a PDF by another library than the reader's. */
const xmlOf = async (file: string): Promise<string> => {
  if (!file.endsWith('.pdf')) return bytesOf(file).toString('utf8').replace('\ufeff', '')
  const pdf = await PDF.load(bytesOf(file))
  const names = [...pdf.getAttachments().keys()]
  const xml = pdf.getAttachment(names.find((name) => name === 'factur-x.xml') ?? names[0]!)!
  return Buffer.from(xml).toString('utf8').replace('\ufeff', '')
}

/** The invoice or the slug of the refusal. Anything else that is thrown fails the test. */
const outcomeOf = async (file: string, reading: () => EInvoice | Promise<EInvoice>): Promise<EInvoice | string> => {
  try {
    return await reading()
  } catch (error) {
    if (error instanceof Problem) return error.slug
    throw new Error(`${file} was neither read nor refused`, { cause: error })
  }
}

/** Reads every file and holds each that can be read against the file’s own text. */
const readAll = async (files: readonly string[]) => {
  const faults: string[] = []
  const outcomes = new Map<string, EInvoice | string>()
  for (const file of files) {
    const outcome = await outcomeOf(file, () => interpretFile(bytesOf(file)))
    outcomes.set(file, outcome)
    if (typeof outcome !== 'string')
      faults.push(...eInvoiceFaults(await xmlOf(file), outcome).map((fault) => `${file}: ${fault}`))
  }
  const refused = [...outcomes].filter(([, outcome]) => typeof outcome === 'string')
  return { faults, outcomes, refused, read: outcomes.size - refused.length }
}

describe('the official samples', () => {
  sharedTest(
    'every valid one from BASIC up is read with the file’s own totals: 115 in XML, 13 in PDF',
    async () => {
      const xml = await readAll(validXml())
      const pdf = await readAll(validPdf())

      expect([...xml.refused, ...pdf.refused]).toEqual([])
      expect([...xml.faults, ...pdf.faults]).toEqual([])
      expect([xml.read, pdf.read]).toEqual([115, 13])
    },
    120_000,
  )

  sharedTest(
    'the 9 that break a rule: 3 are refused for what does not add up or is missing, 6 only use other codes',
    async () => {
      const broken = verdicts().filter(([, { fatal }]) => fatal.length > 0)
      const { outcomes, faults } = await readAll(broken.map(([file]) => file))

      const isForCodesOnly = (rules: readonly string[]) => rules.every((rule) => rule.startsWith('BR-CL-'))
      const expected = (rules: readonly string[]) =>
        isForCodesOnly(rules)
          ? 'read'
          : rules.includes('BR-06')
            ? 'e-invoice-incomplete'
            : 'e-invoice-does-not-add-up'
      const found = broken.map(([file, { fatal }]) => [
        fatal.join(),
        typeof outcomes.get(file) === 'string' ? outcomes.get(file) : 'read',
      ])
      expect(found).toEqual(broken.map(([, { fatal }]) => [fatal.join(), expected(fatal)]))
      expect(found.filter(([, outcome]) => outcome === 'read')).toHaveLength(6)
      expect(faults).toEqual([])
    },
  )

  sharedTest(
    'the 4 valid ones without lines (MINIMUM, BASIC WL) are refused by the name of what they lack',
    async () => {
      const files = pdfsIn('zugferd-correct').filter((file) => profilesWithoutLines.test(file))

      expect(files).toHaveLength(4)
      for (const file of files)
        await expect(interpretFile(bytesOf(file))).rejects.toThrow(
          expect.objectContaining({
            slug: 'e-invoice-unsupported-profile',
            extras: { errors: [expect.objectContaining({ pointer: '#/lines', term: 'BG-25' })] },
          }),
        )
    },
  )

  sharedTest(
    'of the 14 PDFs that fail elsewhere, 11 add up and are read with their own totals, 3 are refused',
    async () => {
      const { refused, read, faults } = await readAll(pdfsIn('zugferd-fail'))

      // Their buyer reference is in no namespace, so it is nothing that an invoice has; the judge looks at bare names.
      expect(faults).toEqual(
        ['a', 'b'].map(
          (which) =>
            `zugferd-fail/MustangGnuaccountingBeispielRE-20190610_507${which}.pdf: ` +
            'buyerReference: the file says AB321, read was undefined',
        ),
      )
      expect(read).toBe(11)
      expect(refused).toEqual([
        ['zugferd-fail/Avoir_FR_type381_BASICWL.pdf', 'e-invoice-unsupported-profile'],
        ['zugferd-fail/Avoir_FR_type381_MINIMUM.pdf', 'e-invoice-unsupported-profile'],
        ['zugferd-fail/factur-x-invalid-xml-encoding-attribute.pdf', 'e-invoice-unreadable'],
      ])
    },
  )

  sharedTest(
    'every other file around them is read or refused, never a defect',
    async () => {
      const known = new Set([
        ...verdicts().map(([file]) => file),
        ...validPdf(),
        ...pdfsIn('zugferd-correct'),
        ...pdfsIn('zugferd-fail'),
      ])
      const others = sharedFiles('einvoice').filter((file) => !known.has(file))
      const { faults, read, refused } = await readAll(others)

      expect(faults.filter((fault) => !beyondTheJudge.test(fault))).toEqual([])
      expect(read + refused.length).toBe(others.length)
      console.info(
        `Of ${others.length} other files beside the samples, ${read} were read and ${refused.length} refused.`,
      )
    },
    120_000,
  )

  sharedTest(
    'so is every piece of an invoice in the rule tests',
    async () => {
      const pieces = sharedFiles('einvoice')
        .filter((file) => /unit/.test(file) && /\.xml?$/.test(file))
        .flatMap(
          (file) =>
            bytesOf(file)
              .toString('utf8')
              .match(/<(?<tag>(?:\w+:)?(?:Invoice|CreditNote|CrossIndustryInvoice))[\s>][\s\S]*?<\/\k<tag>>/g) ?? [],
        )
      const outcomes = await Promise.all(pieces.map((piece) => outcomeOf(piece, () => interpretInvoice(piece))))

      const read = outcomes.filter((outcome) => typeof outcome !== 'string').length
      expect(pieces.length).toBeGreaterThan(300)
      console.info(
        `Of ${pieces.length} pieces in the rule tests, ${read} were read and ${pieces.length - read} refused.`,
      )
    },
    120_000,
  )
})

describe('files made to do harm', () => {
  sharedTest(
    'each is refused as no e-invoice',
    async () => {
      const files = ['nasty-input/uploads', 'pdf-nasty'].flatMap((folder) =>
        sharedFiles(folder).map((file) => `${folder}/${file}`),
      )
      const outcomes = await Promise.all(files.map((file) => outcomeOf(file, () => interpretFile(sharedBytes(file)))))

      expect(files.length).toBeGreaterThanOrEqual(33)
      expect(new Set(outcomes)).toEqual(new Set(['e-invoice-unreadable']))
    },
    120_000,
  )
})

/** The judge knows no lines that only head others, no instalments and no charges for transport: Factur-X EXTENDED has them. */
const beyondTheJudge = /^facturx-extended\/[^:]*: (dueDate|lineIds|lineNames|lineNets|quantities|prices|adjustments):/

describe('the judges are awake', () => {
  sharedTest(
    'a cent of difference in any total of any sample would be noticed',
    async () => {
      let planted = 0
      for (const file of validXml()) {
        const xml = await xmlOf(file)
        const invoice = interpretInvoice(xml)
        for (const key of Object.keys(invoice.totals) as (keyof EInvoice['totals'])[]) {
          const right = invoice.totals[key]
          if (!right) continue
          const wrong = { ...invoice, totals: { ...invoice.totals, [key]: add(right, money(1n, right.currency)) } }
          expect(eInvoiceFaults(xml, wrong), `${file} ${key}`).not.toEqual([])
          planted += 1
        }
      }
      expect(planted).toBeGreaterThan(1_000)
    },
    120_000,
  )

  sharedTest(
    'a cent planted in any total of any valid sample is refused',
    async () => {
      const sums = /(?:LegalMonetaryTotal|HeaderMonetarySummation)\/(?!TaxTotalAmount)\w+$/
      let planted = 0
      for (const file of validXml()) {
        const xml = await xmlOf(file)
        for (const { path, text } of leavesOf(xml).filter((leaf) => sums.test(leaf.path))) {
          const name = path.slice(path.lastIndexOf('/') + 1)
          const group = path.split('/').at(-2)
          const cents = (BigInt(Math.round(Number(text) * 100)) + 1n).toString().padStart(3, '0')
          const amount = `${cents.slice(0, -2)}.${cents.slice(-2)}`.replace('-.', '-0.').replace('.-', '.0')
          const place = new RegExp(
            `(${group}[>\\s][\\s\\S]*?<(?:\\w+:)?${name}(?:\\s[^>]*)?>)\\s*${text.replaceAll(/[.+]/g, '\\$&')}\\s*<`,
          )
          const outcome = await outcomeOf(file, () => interpretInvoice(xml.replace(place, `$1${amount}<`)))
          expect([file, name, outcome]).toEqual([file, name, 'e-invoice-does-not-add-up'])
          planted += 1
        }
      }
      expect(planted).toBeGreaterThan(500)
    },
    120_000,
  )
})
