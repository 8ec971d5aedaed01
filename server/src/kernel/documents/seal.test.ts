import { PDF } from '@libpdf/core'
import { expect, test } from 'vitest'
import { pdfsig, popplerTest } from '#test/poppler.ts'
import { certificatesOf, contract, publicPartOf, seal, sealerOf, signedAt } from '#test/sealed.ts'
import { sealPdf } from './seal.ts'
import { verifyPdf } from './verify.ts'

const northwind = await certificatesOf('Northwind Trading Company, Inc.')
const sealer = sealerOf(northwind)

test('a document that is already sealed is not sealed again', async () => {
  const sealed = await seal(await contract(), sealer)

  await expect(seal(sealed, sealer)).rejects.toThrow('already signed')
})

test('nothing is sealed with a key that does not belong to the certificate', async () => {
  const stranger = await certificatesOf('Somebody Else')

  const mixed = { ...sealer, privateKey: stranger.signing.privateKey }

  await expect(seal(await contract(), mixed)).rejects.toThrow('The seal does not hold: forged')
})

test('nothing is sealed before the certificate is valid', async () => {
  const early = sealPdf(await contract(), sealer, { reason: 'Sealed', signedAt: new Date('2025-12-31T23:59:59Z') })

  await expect(early).rejects.toThrow('out-of-date')
})

test('a file that is no PDF is not sealed', async () => {
  await expect(seal(Buffer.from('hello'), sealer)).rejects.toThrow()
})

popplerTest('a sealed document is valid and totally signed in the eyes of poppler', async () => {
  const judged = pdfsig(await seal(await contract(), sealer))

  expect(judged).toContain('Signature Validation: Signature is Valid.')
  expect(judged).toContain('- Total document signed')
  expect(judged).not.toContain('Not total document signed')
  expect(judged).toContain('Signature Type: ETSI.CAdES.detached')
  expect(judged).toContain('Signer Certificate Common Name: Northwind Trading Company, Inc.')
  expect(judged).toContain('Signing Time: Nov 12 2026 16:20:11')
})

popplerTest('the judge is awake: poppler sees a changed byte and an appended one', async () => {
  const sealed = await seal(await contract(), sealer)
  const changed = Buffer.from(sealed)
  changed[12] = changed[12]! ^ 1

  expect(pdfsig(changed)).toContain('Digest Mismatch')
  expect(pdfsig(Buffer.concat([sealed, Buffer.from('\n%')]))).toContain('Not total document signed')
})

test.each([
  ['brackets', 'Sealed (for) <both> [parties] {here}'],
  ['PDF syntax', ') /Contents <00> /ByteRange [0 10 20 30] % \\'],
  ['other scripts', 'Zapečetěno 封 مختوم 🖋'],
  ['control characters', 'a\u0000b\nc'],
  ['nothing', ''],
])('a reason with %s does not disturb the seal', async (_, reason) => {
  const sealed = await sealPdf(await contract(), sealer, { reason, location: reason, signedAt })

  expect(verifyPdf(sealed, publicPartOf(northwind)).valid).toBe(true)
})

test('words in the document that look like a signature do not disturb the seal', async () => {
  const pdf = PDF.create()
  pdf.addPage()
  pdf.setTitle('/ByteRange [0 10 20 30] /Contents <00> ')
  const sealed = await seal(await pdf.save({ compressStreams: false }), sealer)

  expect(Buffer.from(sealed).toString('latin1')).toContain('/ByteRange [0 10 20 30]')
  expect(verifyPdf(sealed, publicPartOf(northwind)).valid).toBe(true)
})

test('the room for the signature is large enough for the longest names', async () => {
  const long = await certificatesOf('東'.repeat(120))

  const sealed = await seal(await contract(), sealerOf(long))

  expect(verifyPdf(sealed, publicPartOf(long)).valid).toBe(true)
})
