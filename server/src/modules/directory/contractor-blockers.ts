import type { Blocker } from '#kernel/blocker.ts'
import type { Tx } from '#kernel/db.ts'
import { blockersOf } from './blockers-of.ts'
import type { ContractorId } from './ids.ts'
import { contractorOf } from './store.ts'

/** Why nothing new may start with a contractor, for the modules above. */
export const contractorBlockers = async (tx: Tx, contractorId: ContractorId): Promise<readonly Blocker[]> =>
  blockersOf(await contractorOf(tx, contractorId))
