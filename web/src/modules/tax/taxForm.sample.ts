import { FileId } from '#modules/files/contract.ts'
import { TaxFormId } from '#modules/tax/contract.ts'

export const formId = TaxFormId.parse('01930000-0000-7000-8000-000000000051')
export const wholeFileId = FileId.parse('01930000-0000-7000-8000-000000000052')

/** A signed W-9 as the server sends it, for tests. */
export const taxForm = {
  ...{ id: formId, contractorId: '01930000-0000-7000-8000-000000000053', kind: 'w9', revision: 'Rev. March 2024' },
  ...{ name: 'Priya Raman', businessName: '', classification: 'individual', llcCode: '', otherClassification: '' },
  ...{ foreignPartners: false, exemptPayeeCode: '', fatcaCode: '', secondItemStruck: false, accountNumbers: '' },
  address: {
    ...{ line1: '418 Alder Street', line2: null, city: 'Portland', region: 'OR', postalCode: '97205', country: 'US' },
  },
  ...{ tinKind: 'ssn', tinMasked: 'XXX-XX-6788', signedAt: '2026-11-12T15:02:22.000Z', validFrom: '2026-11-12' },
  ...{ status: 'current', hasDocument: true, wholeFileId, notices: [] as string[], version: 1 },
} as const
