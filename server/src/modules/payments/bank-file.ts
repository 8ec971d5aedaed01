import type { FieldError } from '#kernel/problem.ts'

/**
 * Why a bank file was not written: which payment (undefined when it is the payer or the whole file), which field of it,
 * and a sentence for the person who can put it right. A payment that is refused can be left out and the rest sent.
 */
export type FileRefusal = Readonly<{ paymentIndex: number | undefined; field: string; detail: string }>

/** Either a whole and correct file, or every reason why there is none. Half a file does not exist. */
export type BankFile<Content> =
  | (Readonly<{ ok: true }> & Content)
  | Readonly<{ ok: false; refusals: readonly FileRefusal[] }>

/** The refusals as the `errors` of a Problem. */
export const fieldErrorsOf = (refusals: readonly FileRefusal[]): readonly FieldError[] =>
  refusals.map(({ paymentIndex, field, detail }) => ({
    pointer: paymentIndex === undefined ? `#/${field}` : `#/payments/${paymentIndex}/${field}`,
    detail,
  }))
