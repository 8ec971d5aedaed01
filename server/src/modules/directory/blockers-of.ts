import type { Blocker } from '#kernel/blocker.ts'
import type { ContractorStatus } from './contract.ts'
import type { Standing } from './contractor.ts'
import type { ContractorId } from './ids.ts'

type Hold = Readonly<{ sentence: string; label: string }>

/** The states in which nothing new may start with a contractor. */
const holds: Readonly<Partial<Record<ContractorStatus, Hold>>> = {
  paused: { sentence: 'This contractor is paused.', label: 'Resume' },
  ended: { sentence: 'The work with this contractor has ended.', label: 'Invite again' },
  archived: { sentence: 'This contractor is archived.', label: 'Invite again' },
  declined: { sentence: 'This contractor declined the invitation.', label: 'Invite again' },
  withdrawn: { sentence: 'The invitation of this contractor was taken back.', label: 'Invite again' },
  rejected: { sentence: 'This contractor was not taken on.', label: 'Open the contractor' },
}

/** Why nothing new may start with a contractor. Never says why somebody is banned: the contractor reads blockers too. */
export const blockersOf = (contractor: Standing): readonly Blocker[] =>
  [banOf(contractor), holdOf(contractor)].filter((blocker) => blocker !== undefined)

const banOf = ({ id, doNotEngageSince: since }: Standing): Blocker | undefined =>
  since === null
    ? undefined
    : {
        code: 'directory.do-not-engage',
        sentence: 'This contractor is not to be engaged again.',
        owner: 'legal',
        since,
        by: null,
        clears: { label: 'Lift this', path: pathOf(id) },
      }

const holdOf = ({ id, status, movedAt }: Standing): Blocker | undefined => {
  const hold = holds[status]
  if (!hold) return undefined
  const { sentence, label } = hold
  return {
    code: `directory.${status}`,
    sentence,
    owner: 'manager',
    since: movedAt,
    by: null,
    clears: { label, path: pathOf(id) },
  }
}

const pathOf = (contractorId: ContractorId): string => `/contractors/${contractorId}`
