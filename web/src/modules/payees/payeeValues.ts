import type { PayeeView } from '#modules/payees/contract.ts'
import { emptyAddress, sentAddress, typedAddress } from '#web/ui/AddressFields.tsx'

export type PayeeValues = Readonly<{
  kind: 'person' | 'company'
  legalName: string
  address: typeof emptyAddress
}>

/** What is on file, ready to be typed over. */
export const payeeValues = (payee: PayeeView | null): PayeeValues =>
  payee
    ? { kind: payee.kind, legalName: payee.legalName, address: typedAddress(payee.address) }
    : { kind: 'person', legalName: '', address: emptyAddress }

export const sentPayee = ({ kind, legalName, address }: PayeeValues) => ({
  kind,
  legalName,
  address: sentAddress(address),
})
