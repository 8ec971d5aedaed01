import type { Entry } from '#modules/payments/ledger.ts'
import type { LedgerEntryKind } from './contract.ts'

/** An entry of the books together with the effect it records. There is one for each kind and subject. */
export type Booking = Readonly<{ kind: LedgerEntryKind; subjectId: string; entry: Entry }>
