import type { Work } from '#kernel/command.ts'
import type { Standing } from '#kernel/standing.ts'
import { endAllWaysIn } from '#modules/access/ends.ts'
import { saveStanding } from './store.ts'

type Change = Readonly<{ contractorId: string; standing: Standing | undefined; since: Date }>

/**
 * For the module that knows contractors: how one of them stands from now on. Undefined leaves it as it is, except that
 * a ban that was lifted leaves the portal closed until they are engaged again.
 */
export const changeStanding = async (work: Pick<Work, 'tx' | 'now'>, change: Change): Promise<void> => {
  const changed = await saveStanding(work.tx, change)
  if (changed && (changed.standing === 'closed' || changed.standing === 'banned'))
    await endAllWaysIn(work, changed.personId)
}
