import type { EInvoiceParty } from './e-invoice.ts'
import { requiredText, type Spot } from './fields.ts'
import { elementsAt, textAt, wordsOf } from './xml-path.ts'

export const readParty = (document: Spot, who: 'seller' | 'buyer' | 'payee'): EInvoiceParty => {
  const layout = document.reading.layout[who]
  const [party] = elementsAt(document.element, layout.at)
  const [electronicAddress] = party ? elementsAt(party, layout.electronicAddress) : []
  const address = wordsOf(electronicAddress)
  return {
    name: requiredText(document, `${who}/name`, `${layout.at}/${layout.name}`),
    tradingName: textAt(party, layout.tradingName),
    vatId: party && layout.vatId(party),
    taxRegistration: party && layout.taxRegistration(party),
    legalId: textAt(party, layout.legalId),
    address: {
      lines: layout.addressLines.map((path) => textAt(party, path)).filter((line) => line !== undefined),
      city: textAt(party, layout.city),
      postalCode: textAt(party, layout.postalCode),
      region: textAt(party, layout.region),
      country: textAt(party, layout.country),
    },
    electronicAddress: address
      ? { scheme: electronicAddress?.attributes.get('schemeID'), value: address }
      : undefined,
    contact: {
      name: textAt(party, layout.contactName),
      phone: textAt(party, layout.phone),
      email: textAt(party, layout.email),
    },
  }
}
