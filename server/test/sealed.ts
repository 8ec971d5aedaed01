import { PDF, rgb } from '@libpdf/core'
import { createSealingCertificates, type SealingCertificates } from '#kernel/documents/certificate.ts'
import { type Sealer, sealPdf } from '#kernel/documents/seal.ts'

const serial = (start: number) => Uint8Array.from({ length: 16 }, (_, index) => start + index)

/** The sealing certificates of an organization, as they are made when it is set up. */
export const certificatesOf = (organizationName: string): Promise<SealingCertificates> =>
  createSealingCertificates({
    organizationName,
    validFrom: new Date('2026-01-01T00:00:00Z'),
    serials: { root: serial(1), signing: serial(100) },
  })

export const sealerOf = ({ root, signing }: SealingCertificates): Sealer => ({
  certificate: signing.certificate,
  rootCertificate: root.certificate,
  privateKey: signing.privateKey,
})

/** What a verifier knows of an organization. */
export const publicPartOf = ({ root, signing }: SealingCertificates): readonly string[] => [
  signing.certificate,
  root.certificate,
]

/** A small contract of one page. */
export const contract = async (text = 'The fee is 100 dollars.'): Promise<Uint8Array> => {
  const pdf = PDF.create()
  pdf.addPage().drawText(text, { x: 50, y: 700, size: 12, color: rgb(0, 0, 0) })
  return pdf.save()
}

export const signedAt = new Date('2026-11-12T16:20:11Z')

export const seal = (pdf: Uint8Array, sealer: Sealer): Promise<Uint8Array> =>
  sealPdf(pdf, sealer, { reason: 'Sealed for the parties', signedAt })
