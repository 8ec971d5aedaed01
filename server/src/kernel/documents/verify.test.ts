import { PDF } from '@libpdf/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { certificatesOf, contract, publicPartOf, seal, sealerOf, signedAt } from '#test/sealed.ts'
import { sharedBytes, sharedFiles, sharedJson, sharedTest } from '#test/shared-data.ts'
import { signatureGaps } from './signature-gap.ts'
import { verifyPdf } from './verify.ts'

const northwind = await certificatesOf('Northwind Trading Company, Inc.')
const contoso = await certificatesOf('Contoso Ltd')
const own = publicPartOf(northwind)
const sealed = Buffer.from(await seal(await contract(), sealerOf(northwind)))
const [gap] = signatureGaps(sealed)
const { start, end } = gap!

const codesOf = (pdf: Uint8Array, certificates?: readonly string[]) => {
  const { valid, problems } = verifyPdf(pdf, certificates)
  expect(valid).toBe(problems.length === 0)
  return problems.map(({ code }) => code)
}

const withByte = (at: number, value: number): Buffer => {
  const changed = Buffer.from(sealed)
  changed[at] = value
  return changed
}

test('every byte of a sealed document counts: changing any one of them is refused', () => {
  const overlooked = [...sealed.keys()].filter((at) => verifyPdf(withByte(at, sealed[at]! ^ (1 + (at % 255)))).valid)

  expect(sealed.length).toBeGreaterThan(5_000)
  expect(overlooked).toEqual([])
})

test('whatever any byte is changed to, the document is refused, with our certificates and without', () => {
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, isOurs) => {
      const changed = withByte(at, sealed[at]! ^ change)
      return !verifyPdf(changed, isOurs ? own : undefined).valid
    }),
    { numRuns: 4_000 },
  )
})

test('the signature itself is as tight as the text: each of its digits counts, down to how it is written', () => {
  const digits = [...sealed.subarray(start + 1, end - 1).keys()].map((at) => start + 1 + at)
  const others = (digit: string) => '0123456789ABCDEFabcdef'.replace(digit, '')

  for (const at of digits.slice(0, 3_200)) {
    for (const other of others(String.fromCharCode(sealed[at]!))
      .match(/./g)!
      .filter((_, index) => (index + at) % 21 === 0))
      expect(verifyPdf(withByte(at, other.charCodeAt(0))).valid, `digit ${at} as ${other}`).toBe(false)
  }
})

test('a document cut short anywhere is refused', () => {
  for (let length = 0; length < sealed.length; length += 37)
    expect(verifyPdf(sealed.subarray(0, length)).valid, `the first ${length} bytes`).toBe(false)
})

test.each(['\n', '%', ' ', '\0', '%%EOF', '<?xml ?>', sealed.toString('latin1')])(
  'bytes appended after signing are refused (%#)',
  (more) => {
    const verdict = verifyPdf(Buffer.concat([sealed, Buffer.from(more, 'latin1')]), own)

    expect(verdict.valid).toBe(false)
    expect(verdict.coversWholeFile).toBe(false)
  },
)

test('bytes put in front of the document are refused', () => {
  expect(codesOf(Buffer.concat([Buffer.from('%PDF-1.7\n'), sealed]), own)).not.toEqual([])
})

type Change = readonly [name: string, change: (pdf: PDF, step: number) => void]
const changes: readonly Change[] = [
  ['another page', (pdf) => void pdf.addPage()],
  [
    'words over the text',
    (pdf, step) => pdf.getPages()[0]!.drawText('The fee is 900 dollars.', { x: 50, y: 700 - step }),
  ],
  [
    'a white box over the text',
    (pdf, step) => pdf.getPages()[0]!.drawRectangle({ x: 0, y: 600 + step, width: 600, height: 200 }),
  ],
  ['another title', (pdf, step) => pdf.setTitle(`Void ${step}`)],
  ['a page turned away', (pdf, step) => pdf.getPages()[0]!.setRotation(step % 2 === 0 ? 180 : 90)],
]
const updates = changes.flatMap(([name, change]) =>
  Array.from({ length: 10 }, (_, step) => [name, step, (pdf: PDF) => change(pdf, step)] as const),
)

test.each(updates)('an update that brings %s after signing is refused (%i)', async (_, __, change) => {
  const pdf = await PDF.load(sealed)
  change(pdf)
  const updated = await pdf.save({ incremental: true })

  expect(updated.length).toBeGreaterThan(sealed.length)
  expect(codesOf(updated, own)).toContain('not-whole')
})

test('a second signature by somebody else on top is refused', async () => {
  const { CryptoKeySigner } = await import('@libpdf/core')
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  const { X509Certificate } = await import('node:crypto')
  const certificate = new Uint8Array(new X509Certificate(contoso.signing.certificate).raw)
  const signer = new CryptoKeySigner(keys.privateKey, certificate, 'EC', 'ECDSA')
  const { bytes } = await (await PDF.load(sealed)).sign({ signer, signingTime: signedAt })

  expect(codesOf(bytes)).toEqual(['several'])
})

test('the seal of one document on another is refused', async () => {
  const other = Buffer.from(await seal(await contract('The fee is 999 dollars.'), sealerOf(northwind)))
  const [otherGap] = signatureGaps(other)
  sealed.copy(other, otherGap!.start, start, end)

  expect(codesOf(other, own)).toEqual(['altered'])
})

test('text replaced by text of the same length is refused', async () => {
  const plain = PDF.create()
  plain.addPage().drawText('The fee is 100 dollars.', { x: 50, y: 700 })
  const open = Buffer.from(await seal(await plain.save({ compressStreams: false }), sealerOf(northwind)))
  const [hundred, thousand] = ['100 dollars', '999 dollars'].map((text) =>
    Buffer.from(text).toString('hex').toUpperCase(),
  )
  const shadow = Buffer.from(open.toString('latin1').replace(hundred!, thousand!), 'latin1')

  expect(shadow.equals(open)).toBe(false)
  expect(codesOf(shadow, own)).toEqual(['altered'])
})

const rewritten = (from: RegExp, to: string): Buffer => {
  const text = sealed.toString('latin1')
  const changed = text.replace(from, (found) => to.padEnd(found.length))
  expect(changed).not.toBe(text)
  return Buffer.from(changed, 'latin1')
}

test.each([
  ['a range that covers nothing', /\/ByteRange \[[^\]]+\]/, '/ByteRange [0 0 0 0]'],
  ['a range of negative numbers', /\/ByteRange \[[^\]]+\]/, '/ByteRange [0 -1 -1 -1]'],
  ['a range of numbers without end', /\/ByteRange \[[^\]]+\]/, '/ByteRange [0 9999999999 9999999999 9]'],
  ['no range', /\/ByteRange \[[^\]]+\]/, ''],
  ['an empty signature', /\/Contents <[0-9A-F]+>/, '/Contents <>'],
  ['a signature of zeros', /(?<=\/Contents <)[0-9A-F]+/, '0'.repeat(8_192)],
  ['no signature', /\/Contents <[0-9A-F]+>/, ''],
])('%s is refused', (_, from, to) => {
  expect(codesOf(rewritten(from, to), own)).not.toEqual([])
})

test('a gap wider than the signature, with room for more, is refused', () => {
  const room = `${' '.repeat(64)}`
  const text = sealed.toString('latin1').replace(/>(?=\n\/Reason|\n\/M|\s*\/)/, `>${room}`)
  const [, , , , tail = 0] = /\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/.exec(text)!.map(Number)
  const range = `[0 ${start} ${end + room.length} ${tail}`.padEnd(35)
  const wide = text.replace(/(?<=\/ByteRange )\[[^\]]+(?=\])/, range)

  expect(codesOf(Buffer.from(wide, 'latin1'), own)).not.toEqual([])
})

test('a sound seal of another organization is not ours', () => {
  expect(codesOf(sealed, publicPartOf(contoso))).toEqual(['stranger'])
})

test('knowing the root is not enough: the certificate that signed has to be known too', () => {
  expect(codesOf(sealed, [northwind.root.certificate])).toEqual(['stranger'])
  expect(codesOf(sealed, [northwind.signing.certificate])).toEqual(['stranger'])
  expect(codesOf(sealed, [])).toEqual(['stranger'])
})

test.each([
  ['nothing', ''],
  ['text', 'hello'],
  ['an unsigned PDF', '%PDF-1.7\n%%EOF'],
  ['the bare words', '/ByteRange [0 1 2 3]'],
])('%s is unsigned', (_, text) => {
  expect(codesOf(Buffer.from(text))).toEqual(['unsigned'])
})

test('no bytes at all make the verifier fall over or believe', () => {
  const pieces = fc.constantFrom(
    '/ByteRange',
    '[0 ',
    ' 10 ',
    '20]',
    '/Contents',
    '<',
    '>',
    '3080',
    '30820100',
    'ff',
    '\n',
  )
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(pieces).map((parts) => Buffer.from(parts.join(''))),
  )

  fc.assert(
    fc.property(anything, (bytes) => !verifyPdf(bytes).valid),
    { numRuns: 3_000 },
  )
})

test('no bytes in the place of the signature make the verifier fall over or believe', () => {
  const room = end - start - 2
  const intoGap = (bytes: Uint8Array): Buffer => {
    const changed = Buffer.from(sealed)
    changed.write(
      Buffer.from(bytes).toString('hex').toUpperCase().slice(0, room).padEnd(room, '0'),
      start + 1,
      'latin1',
    )
    return changed
  }
  const der = fc
    .uint8Array({ minLength: 1, maxLength: 300 })
    .map((body) => Buffer.concat([Buffer.from([0x30, 0x82, 1, 0]), body]))

  fc.assert(
    fc.property(fc.oneof(der, fc.uint8Array()), (bytes) => !verifyPdf(intoGap(bytes)).valid),
    { numRuns: 2_000 },
  )
})

test('a file of nothing but beginnings is refused quickly', () => {
  const flood = Buffer.from('/Contents /ByteRange [0 10 20 30]<'.repeat(700_000))
  const before = process.cpuUsage()

  expect(verifyPdf(flood).valid).toBe(false)
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000)
})

const Manifest = z.record(z.string(), z.object({ pdfsig: z.array(z.string()) }))

sharedTest('no tampered or doubtful sample of the shared signatures counts as valid', () => {
  const samples = Object.entries(sharedJson('pdf-signatures/manifest.json', Manifest))
  const accepted = samples.flatMap(([name]) => (verifyPdf(sharedBytes(`pdf-signatures/${name}`)).valid ? [name] : []))

  expect(samples.length).toBeGreaterThan(30)
  expect(accepted).toEqual([
    'pades-with-old-style-signing-cert-attr-issser.pdf',
    'pades-with-old-style-signing-cert-attr.pdf',
  ])
})

sharedTest('a foreign seal that is sound is valid and its signer named, but it is never ours', () => {
  const foreign = sharedBytes('pdf-signatures/pades-with-old-style-signing-cert-attr.pdf')

  expect(verifyPdf(foreign)).toMatchObject({ valid: true, coversWholeFile: true, signer: { name: 'Alice' } })
  expect(codesOf(foreign, own)).toEqual(['stranger'])
})

sharedTest('what poppler calls not totally signed is never whole for us', () => {
  for (const [name, { pdfsig }] of Object.entries(sharedJson('pdf-signatures/manifest.json', Manifest))) {
    if (pdfsig.includes('Total document signed')) continue
    expect(verifyPdf(sharedBytes(`pdf-signatures/${name}`)).coversWholeFile, name).toBe(false)
  }
})

sharedTest('broken PDFs are unsigned, and nothing more', () => {
  const names = sharedFiles('pdf-nasty')

  expect(names.length).toBeGreaterThan(15)
  for (const name of names) expect(codesOf(sharedBytes(`pdf-nasty/${name}`)), name).toEqual(['unsigned'])
})

test('a sealed document is valid, whole, and says by whom and when', () => {
  expect(verifyPdf(sealed, own)).toEqual({
    valid: true,
    coversWholeFile: true,
    signedAt,
    signer: {
      name: 'Northwind Trading Company, Inc.',
      issuer: 'Northwind Trading Company, Inc. document root',
      certificateSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    problems: [],
  })
})

test('a seal stays valid among past and present certificates of its organization', () => {
  expect(codesOf(sealed, [...publicPartOf(contoso), ...own])).toEqual([])
})

test('a seal is valid for somebody who does not know the organization, who then judges the signer themselves', () => {
  expect(verifyPdf(sealed).valid).toBe(true)
})
