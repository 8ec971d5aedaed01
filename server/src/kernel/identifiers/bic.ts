import { validateBIC } from 'ibantools'

export type BicCheck = Readonly<{ ok: true; bic: string } | { ok: false; detail: string }>

/** Reads the code of a bank (ISO 9362: eight characters, or eleven with the branch), in either case, with blanks or without. */
export const checkBic = (text: string): BicCheck => {
  const bic = text.replaceAll(/\s/g, '').toUpperCase()
  if (bic === '') return refuse('Enter the BIC of the bank.')
  if (bic.length !== 8 && bic.length !== 11)
    return refuse(`A BIC has eight or eleven characters; this one has ${bic.length}.`)
  return validateBIC(bic).valid
    ? { ok: true, bic }
    : refuse('A BIC is four letters for the bank, two for the country, then letters or digits.')
}

const refuse = (detail: string): BicCheck => ({ ok: false, detail })
