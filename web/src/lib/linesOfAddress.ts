import { nameOfCountry } from '#web/lib/nameOfCountry.ts'

type Address = Readonly<{
  line1: string
  line2: string | null
  city: string
  region: string | null
  postalCode: string | null
  country: string
}>

/** An address as it would stand on an envelope, with the country in words. */
export const linesOfAddress = (address: Address): readonly string[] => {
  const { line1, line2, city, region, postalCode, country } = address
  const isPostalCodeLast = country === 'US' || country === 'CA' || country === 'AU' || country === 'GB'
  const place = isPostalCodeLast ? [city, region, postalCode] : [postalCode, city, region]
  return [line1, line2, place.filter(Boolean).join(' '), nameOfCountry(country)].filter((line) => line !== null)
}
