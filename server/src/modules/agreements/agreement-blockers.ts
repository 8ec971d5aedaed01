import type { Blocker } from '#kernel/blocker.ts'
import type { Tx } from '#kernel/db.ts'
import type { ContractorId, EngagementId } from '#modules/directory/contract.ts'
import type { AgreementRow } from './contract.ts'
import { agreementsOf } from './store.ts'

type Waiting = Pick<AgreementRow, 'id' | 'title' | 'status' | 'sentAt' | 'movedAt' | 'expiresOn'>

/** What is said of an agreement that its contractor has not signed yet. */
export const toSign = ({ id, title }: Readonly<{ id: string; title: string }>) => ({
  sentence: `“${title}” waits to be read and signed by the contractor.`,
  clears: { label: 'Read and sign', path: `/portal/agreements/${id}` },
})

/** Whose signature an agreement waits for, if any. */
export const blockersOf = ({ id, title, status, sentAt, movedAt, expiresOn: by }: Waiting): Blocker[] => {
  if (status === 'sent' || status === 'viewed')
    return [
      {
        code: 'agreements.waits-for-contractor',
        owner: 'contractor',
        since: sentAt ?? movedAt,
        by,
        ...toSign({ id, title }),
      },
    ]
  if (status === 'partially_signed')
    return [
      {
        code: 'agreements.waits-for-counter-signature',
        sentence: `“${title}” waits to be signed for the organization.`,
        owner: 'legal',
        since: movedAt,
        by,
        clears: { label: 'Sign for the organization', path: `/agreements/${id}` },
      },
    ]
  return []
}

/** What still has to be signed by or with a contractor; for an engagement also what is about none in particular. */
export const agreementBlockers = async (
  tx: Tx,
  about: Readonly<{ contractorId: ContractorId; engagementId?: EngagementId }>,
): Promise<readonly Blocker[]> => (await agreementsOf(tx, about)).flatMap(blockersOf)
