import { afterAll, expect, test } from 'vitest'
import { createDocuments } from '#kernel/documents/documents.ts'
import { verifyPdf } from '#kernel/documents/verify.ts'
import { drawnMark, hostileTexts, madeAt, northwindHead, pagesOf, textOf } from '#test/paper.ts'
import { pdfsig, popplerTest } from '#test/poppler.ts'
import { certificatesOf, publicPartOf, sealerOf } from '#test/sealed.ts'
import {
  type AgreementDocument,
  type DocumentBlock,
  renderAgreement,
  type SigningCertificate,
} from './agreement-document.ts'

const documents = createDocuments()
afterAll(() => documents.close())

const fingerprint = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const certificate: SigningCertificate = {
  statement: 'How the document was signed.',
  facts: [{ label: 'Reference', value: 'NDA-2026-0042' }],
  signers: [
    {
      ...{ role: 'Contractor', name: 'Priya Raman', email: 'priya@raman.example', userAgent: 'Mozilla/5.0 (iPhone)' },
      facts: [
        { label: 'Identified by', value: 'Password and one-time code' },
        { label: 'Address on the network', value: '203.0.113.17' },
        { label: 'Signed', value: '2026-11-12 15:02:22 UTC' },
      ],
      mark: drawnMark,
    },
  ],
  consent: { version: '2026-01', text: 'I agree to sign electronically.' },
  events: [{ at: '2026-11-12 15:02:22', text: 'Priya Raman signed it.' }],
  fingerprints: [{ label: 'Text that was agreed', sha256: fingerprint }],
  verification: 'Check it at https://crew.northwind.example/verify',
}
const agreement: AgreementDocument = {
  ...{ letterhead: northwindHead, paper: 'us-letter', language: 'en', reference: 'NDA-2026-0042', fingerprint },
  title: 'Mutual Non-Disclosure Agreement',
  parties: [
    { role: 'Client', name: 'Northwind Trading Company, Inc.', details: ['1200 Harbour Way'] },
    { role: 'Contractor', name: 'Priya Raman', details: [] },
  ],
  blocks: [
    { kind: 'heading', level: 1, text: '1. What is confidential' },
    { kind: 'paragraph', text: [{ text: 'Whatever is ' }, { text: 'marked', strong: true }, { text: ' so.' }] },
    { kind: 'list', ordered: true, start: 3, items: ['plans;', 'prices.'] },
    { kind: 'table', head: ['Work', 'Rate'], rows: [['Illustration', '$95.00']] },
  ],
  signatures: [
    {
      ...{ role: 'For the Client', name: 'Ines Duarte', capacity: 'General Counsel', initials: 'ID' },
      ...{ signedAt: '12 Nov 2026', mark: { kind: 'typed', text: 'Ines Duarte' } as const },
    },
    { role: 'Contractor', name: 'Priya Raman', capacity: '', initials: '', signedAt: '' },
  ],
}
const made = (changed: Partial<AgreementDocument> = {}) =>
  renderAgreement(documents, { ...agreement, ...changed }, madeAt)

const blocksOf = (text: string): readonly DocumentBlock[] => [
  { kind: 'heading', level: 2, text },
  { kind: 'paragraph', text },
  { kind: 'paragraph', text: [{ text, emphasis: true }] },
  { kind: 'list', ordered: false, items: [text] },
  { kind: 'table', head: [text], rows: [[text]] },
]

test.each(hostileTexts)('%s stands in the agreement as it was written, in every kind of block', async (text) => {
  const shown = await textOf(await made({ title: text, blocks: blocksOf(text) }))

  expect(shown.replaceAll(' ', '').split(text.replaceAll(' ', '')).length).toBeGreaterThan(6)
})

test.each(hostileTexts)('%s stands on the certificate as it was written', async (text) => {
  const signer = { ...certificate.signers[0]!, name: text, userAgent: text }
  const events = [{ at: 'now', text }]

  const pages = await pagesOf(await made({ certificate: { ...certificate, signers: [signer], events } }))

  expect(pages.at(-1)!.replaceAll(' ', '').split(text.replaceAll(' ', '')).length).toBeGreaterThan(3)
})

test('an agreement without its blocks, parties or signatures is still a page', async () => {
  const pages = await pagesOf(await made({ blocks: [], parties: [], signatures: [] }))

  expect(pages).toHaveLength(1)
})

test('an agreement of many pages shows its reference, its hash and the initials on each, and counts them', async () => {
  const text = 'The Contractor keeps in confidence what the Client marks as confidential. '.repeat(8)
  const blocks: DocumentBlock[] = Array.from({ length: 40 }, () => ({ kind: 'paragraph', text }))
  const pages = await pagesOf(await made({ blocks }))

  expect(pages.length).toBeGreaterThan(5)
  for (const [index, page] of pages.entries()) {
    expect(page).toContain('NDA-2026-0042')
    expect(page).toContain('Initials ID')
    expect(page).toContain(fingerprint)
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
  }
})

test('who has not signed yet is named as such, and initials nothing', async () => {
  const text = await textOf(await made())

  expect(text.match(/Not signed yet/g)).toHaveLength(1)
  expect(text).not.toContain('ID · PR')
})

test('twelve people can sign', async () => {
  const signatures = Array.from({ length: 12 }, (_, index) => ({
    ...{
      role: 'Party',
      name: `Signer ${index}`,
      capacity: '',
      initials: `S${index}`,
      signedAt: 'today',
      mark: drawnMark,
    },
  }))

  const text = await textOf(await made({ signatures }))

  for (const { name } of signatures) expect(text).toContain(name)
})

test('the certificate lists who signed, how they were identified, from where, when, what they consented to and the hashes', async () => {
  const page = (await pagesOf(await made({ certificate }))).at(-1)!

  for (const shown of [
    ...['Certificate of signing', 'Priya Raman', 'priya@raman.example', 'Password and one-time code', '203.0.113.17'],
    ...['Mozilla/5.0 (iPhone)', '2026-11-12 15:02:22 UTC', 'Consent, version 2026-01', fingerprint],
  ])
    expect(page).toContain(shown)
})

test('a list goes on from the number it is given', async () => {
  expect(await textOf(await made())).toContain('3. plans; 4. prices.')
})

test('an agreement sealed by the organization is valid for our own verifier', async () => {
  const northwind = await certificatesOf('Northwind Trading Company, Inc.')

  const sealed = await documents.seal(await made({ certificate }), sealerOf(northwind), {
    ...{ reason: 'Signed by all parties', signedAt: madeAt },
  })

  expect(verifyPdf(sealed, publicPartOf(northwind))).toMatchObject({ valid: true, signedAt: madeAt })
})

popplerTest(
  'an agreement sealed by the organization is valid and totally signed in the eyes of poppler',
  async () => {
    const northwind = await certificatesOf('Northwind Trading Company, Inc.')

    const judged = pdfsig(
      await documents.seal(await made({ certificate }), sealerOf(northwind), { reason: 'Signed', signedAt: madeAt }),
    )

    expect(judged).toContain('Signature Validation: Signature is Valid.')
    expect(judged).toContain('- Total document signed')
  },
)
