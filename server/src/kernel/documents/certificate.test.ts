import { createPrivateKey, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { certificatesOf } from '#test/sealed.ts'
import { createSealingCertificates } from './certificate.ts'

const validFrom = new Date('2026-01-01T00:00:00Z')
const sixteen = (first: number) => Uint8Array.from({ length: 16 }, (_, index) => (index === 0 ? first : index))

test('a serial number of another length than 16 bytes is refused', async () => {
  const wish = { organizationName: 'Northwind', validFrom, serials: { root: sixteen(1), signing: new Uint8Array(3) } }

  await expect(createSealingCertificates(wish)).rejects.toThrow('16 random bytes')
})

test('the root issues the certificate that signs, and nothing else may issue', async () => {
  const { root, signing } = await certificatesOf('Northwind Trading Company, Inc.')
  const [parent, child] = [new X509Certificate(root.certificate), new X509Certificate(signing.certificate)]

  expect(child.checkIssued(parent)).toBe(true)
  expect(child.verify(parent.publicKey)).toBe(true)
  expect(parent.verify(parent.publicKey)).toBe(true)
  expect([parent.ca, child.ca]).toEqual([true, false])
})

test('each private key belongs to its certificate', async () => {
  const { root, signing } = await certificatesOf('Northwind Trading Company, Inc.')

  for (const { certificate, privateKey } of [root, signing]) {
    const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
    expect(new X509Certificate(certificate).checkPrivateKey(key)).toBe(true)
  }
})

test('the certificates say since when and until when they are valid', async () => {
  const { root, signing } = await certificatesOf('Northwind Trading Company, Inc.')
  const [parent, child] = [new X509Certificate(root.certificate), new X509Certificate(signing.certificate)]

  expect([parent.validFromDate, child.validFromDate]).toEqual([validFrom, validFrom])
  expect(child.validToDate).toEqual(new Date('2041-01-01T00:00:00Z'))
  expect(parent.validToDate).toEqual(new Date('2056-01-01T00:00:00Z'))
})

test.each([0x00, 0x7f, 0x80, 0xff])(
  'a serial number that starts with %i is positive and has 16 bytes',
  async (first) => {
    const serials = { root: sixteen(first), signing: sixteen(first ^ 1) }

    const { root } = await createSealingCertificates({ organizationName: 'Northwind', validFrom, serials })

    expect(new X509Certificate(root.certificate).serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/)
  },
)

test.each(['Northwind, Inc.', 'Ben & "Jerry" \\ + <x> = #1; CN=Root', 'Łódź 東京 شركة', '  #0a0b '])(
  '%s stands in the certificate as it is written',
  async (name) => {
    const { signing } = await certificatesOf(name)

    expect(new X509Certificate(signing.certificate).toLegacyObject().subject.CN).toBe(name.trim())
  },
)

test('a name longer than a certificate may hold is cut at 64 letters', async () => {
  const { signing } = await certificatesOf('é'.repeat(120))

  expect(new X509Certificate(signing.certificate).toLegacyObject().subject.CN).toBe('é'.repeat(64))
})
