import { addLegalEntity, changeAccount, type LegalEntityView } from '#modules/organizations/contract.ts'
import type { World } from './world.ts'

export const portland = {
  line1: '12 SW Alder St',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
}

export const columbiaAccount = {
  kind: 'us',
  bankName: 'Columbia Bank',
  routingNumber: '021000021',
  accountNumber: '0012-3456 7890',
}

/** A legal entity of Northwind's with an EIN and no account. The name must be new in this world. */
export const legalEntityNamed = (w: World, name: string): Promise<LegalEntityView> =>
  w.done(addLegalEntity, w.member('owner'), { name, address: portland, currency: 'USD', ein: '12-3456789' })

/** The same, with the bank account it pays from. */
export const payingLegalEntity = async (w: World, name: string): Promise<LegalEntityView> => {
  const { id: legalEntityId, version } = await legalEntityNamed(w, name)
  return w.done(changeAccount, w.member('finance'), { legalEntityId, version, account: columbiaAccount })
}
