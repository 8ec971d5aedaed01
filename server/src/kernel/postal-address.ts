import { z } from 'zod'

const line = (max: number) => z.string().trim().max(max, `Keep it under ${max} characters.`)
const optionalLine = (max: number) => line(max).nullable().default(null)

/** ZIP code, with the four digits of the delivery route or without (USPS Publication 28). */
const zipCode = /^\d{5}(-\d{4})?$/

/**
 * An address in parts: banks stop taking it in lines (ISO 20022 "structured", compulsory in SEPA and Swift from November
 * 2026), and tax forms want them as well. The lengths are those of ISO 20022's `PostalAddress24`.
 */
export const PostalAddress = z
  .strictObject({
    line1: line(70).min(1, 'Write the street and the number.'),
    line2: optionalLine(70),
    city: line(35).min(1, 'Write the city.'),
    region: optionalLine(35).describe('State, province or county; two capital letters in the United States'),
    postalCode: optionalLine(16),
    country: z.string().regex(/^[A-Z]{2}$/, 'Use a two-letter country code such as US.'),
  })
  .superRefine(({ country, region, postalCode }, { addIssue }) => {
    if (country !== 'US') return
    if (!/^[A-Z]{2}$/.test(region ?? ''))
      addIssue({ code: 'custom', path: ['region'], message: 'Use the two letters of the state, such as OR.' })
    if (!zipCode.test(postalCode ?? ''))
      addIssue({ code: 'custom', path: ['postalCode'], message: 'Use a ZIP code such as 97205 or 97205-1234.' })
  })
export type PostalAddress = z.output<typeof PostalAddress>
