import { z } from 'zod'
import { checkBic } from './bic.ts'
import { checkIban } from './iban.ts'
import { checkRoutingNumber } from './routing-number.ts'
import { checkTin } from './tin.ts'
import { checkUsAccountNumber } from './us-account-number.ts'

type Refused = Readonly<{ ok: false; detail: string }>

/** A field that people may write as they like and that is kept in one spelling; a refusal says what to look at. */
const field = (read: (text: string) => string | Refused) =>
  z.codec(z.string().max(60, 'This is too long to be one.'), z.string(), {
    decode: (text, context) => {
      const value = read(text)
      if (typeof value === 'string') return value
      context.issues.push({ code: 'custom', input: text, message: value.detail })
      return z.NEVER
    },
    encode: (value) => value,
  })

export const RoutingNumber = field((text) => {
  const check = checkRoutingNumber(text)
  return check.ok ? check.routingNumber : check
})
export const UsAccountNumber = field((text) => {
  const check = checkUsAccountNumber(text)
  return check.ok ? check.accountNumber : check
})
export const Iban = field((text) => {
  const check = checkIban(text)
  return check.ok ? check.iban : check
})
export const Bic = field((text) => {
  const check = checkBic(text)
  return check.ok ? check.bic : check
})
/** Nine digits, without the hyphen. */
export const Ein = field((text) => {
  const check = checkTin(text, ['ein'])
  return check.ok ? check.tin : check
})
