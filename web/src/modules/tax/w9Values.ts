import type { z } from 'zod'
import type { signMyW9, w9Classifications } from '#modules/tax/contract.ts'
import { asTyped } from '#web/lib/asTyped.ts'
import type { CommandForm } from '#web/lib/useCommandForm.ts'
import { markOf } from '#web/modules/agreements/markOf.ts'
import type { PayeeValues } from '#web/modules/payees/payeeValues.ts'
import { type emptyAddress, sentAddress } from '#web/ui/AddressFields.tsx'
import type { Signature } from '#web/ui/SignaturePad.tsx'

type Classification = (typeof w9Classifications)[number]

/** The form while it is filled in. */
export type W9Values = {
  name: string
  businessName: string
  classification: Classification | null
  llcCode: 'C' | 'S' | 'P' | '' | null
  otherClassification: string
  foreignPartners: boolean
  exemptPayeeCode: string
  fatcaCode: string
  address: typeof emptyAddress
  tin: Readonly<{ kind: 'ssn' | 'ein' | 'applied-for'; number: string; isConfirmed: boolean }>
  accountNumbers: string
  secondItemStruck: boolean
  certifies: boolean
  signature: Signature | null
}

export type W9CommandForm = CommandForm<W9Values>

export const emptyW9 = ({ kind, legalName, address }: PayeeValues): W9Values => ({
  name: legalName,
  businessName: '',
  classification: kind === 'person' ? 'individual' : null,
  llcCode: '',
  otherClassification: '',
  foreignPartners: false,
  exemptPayeeCode: '',
  fatcaCode: '',
  address,
  tin: { kind: kind === 'person' ? 'ssn' : 'ein', number: '', isConfirmed: false },
  accountNumbers: '',
  secondItemStruck: false,
  certifies: false,
  signature: null,
})

/** What the server is sent. What does not belong to the chosen box is left out, so that a changed mind leaves no trace. */
export const sentW9 = (values: W9Values): z.input<typeof signMyW9.input> => {
  const { classification, tin, signature, certifies, ...rest } = values
  return {
    ...rest,
    classification: asTyped(classification),
    llcCode: classification === 'llc' ? (values.llcCode ?? '') : '',
    otherClassification: classification === 'other' ? values.otherClassification : '',
    foreignPartners: mayHaveForeignPartners(values) && values.foreignPartners,
    address: sentAddress(values.address),
    tin: tin.kind === 'applied-for' ? { kind: tin.kind } : tin,
    certifies: asTyped(certifies),
    signature: signature ? markOf(signature) : { kind: 'typed', text: '' },
  }
}

/** Line 3b is for those whose income flows through to others. */
export const mayHaveForeignPartners = ({ classification, llcCode }: Pick<W9Values, 'classification' | 'llcCode'>) =>
  classification === 'partnership' ||
  classification === 'trust-estate' ||
  (classification === 'llc' && llcCode === 'P')
