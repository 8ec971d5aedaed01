export type UsAccountNumberCheck = Readonly<{ ok: true; accountNumber: string } | { ok: false; detail: string }>

/**
 * Reads the account number of a bank in the United States, with blanks or hyphens or without. No check digit protects
 * it; 17 characters is the room an ACH entry has for it (Nacha Operating Rules, Appendix Three).
 */
export const checkUsAccountNumber = (text: string): UsAccountNumberCheck => {
  const accountNumber = text.replaceAll(/[\s-]/g, '')
  if (accountNumber === '') return refuse('Enter the account number.')
  if (!/^[0-9]+$/.test(accountNumber)) return refuse('An account number has digits only.')
  if (accountNumber.length < 4 || accountNumber.length > 17)
    return refuse(`An account number has 4 to 17 digits; this one has ${accountNumber.length}.`)
  if (/^0+$/.test(accountNumber)) return refuse('An account number does not consist of zeros.')
  return { ok: true, accountNumber }
}

const refuse = (detail: string): UsAccountNumberCheck => ({ ok: false, detail })
