import type { SignatureMark } from '#modules/agreements/contract.ts'
import type { Signature } from '#web/ui/SignaturePad.tsx'

/** A signature as the pad gives it, in the words of the API. Agreements and tax forms take the same. */
export const markOf = (signature: Signature): SignatureMark =>
  signature.kind === 'typed' ? { kind: 'typed', text: signature.name } : { kind: 'drawn', image: signature.png }
