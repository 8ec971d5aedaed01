import { getCountrySpecifications, ValidationErrorsIBAN, validateIBAN } from 'ibantools'

export type IbanCheck = Readonly<{ ok: true; iban: string } | { ok: false; detail: string }>

/**
 * Reads an IBAN as people write it, with blanks, hyphens or dots, in either case, and gives back its electronic form
 * (ISO 13616: capital letters and digits, no separators) or says what to look at. Length, layout and national check
 * digits follow the SWIFT IBAN registry as `ibantools` keeps it.
 */
export const checkIban = (text: string): IbanCheck => {
  const compact = text.replaceAll(/[\s.-]/g, '')
  if (compact === '') return refuse('Enter the IBAN of the account.')
  if (!/^[A-Za-z0-9]+$/.test(compact)) return refuse('An IBAN has letters A to Z and digits only.')
  const iban = compact.toUpperCase()
  const { valid, errorCodes } = validateIBAN(iban)
  return valid ? { ok: true, iban } : refuse(sentenceFor(iban, errorCodes))
}

const refuse = (detail: string): IbanCheck => ({ ok: false, detail })

/** One wrong length also breaks the layout and the check digits, so the first cause is the one to tell. */
const sentenceFor = (iban: string, errors: readonly ValidationErrorsIBAN[]): string => {
  const country = iban.slice(0, 2)
  if (errors.includes(ValidationErrorsIBAN.NoIBANCountry)) return `${country} is not a country that uses IBANs.`
  if (errors.includes(ValidationErrorsIBAN.WrongBBANLength))
    return `An IBAN of ${country} has ${lengthIn(country)} characters; this one has ${iban.length}.`
  if (errors.includes(ValidationErrorsIBAN.WrongBBANFormat))
    return 'A letter stands where a digit belongs, or the other way round, such as O for 0.'
  return 'The check digits do not fit. One of the characters is wrong, or two are swapped.'
}

const lengthIn = (country: string): number => getCountrySpecifications()[country]?.chars ?? 0
