import { mayEverywhere } from '#kernel/actor.ts'
import type { Checkpoint } from '#kernel/checkpoints.ts'
import type { Work } from '#kernel/command.ts'
import { query } from '#kernel/query.ts'
import { type Fault, startWalk, step } from './chain.ts'
import * as contract from './contract.ts'
import { readLog } from './permissions.ts'
import { countsOf, linksAt, sealedAfter } from './store.ts'

const batch = 2_000
/** A person can act on the first ones; a wholly rewritten log would have as many as entries. */
const faultsShown = 100

export const verifyLog = query(contract.verifyLog)({
  allow: (actor) => mayEverywhere(actor, readLog),
  read: (work) => verify(work),
})

/** Recomputes everything from what the rows say, and compares with the checkpoints kept outside the database. */
export const verify = async (
  { tx, checkpoints, modules }: Pick<Work, 'tx' | 'checkpoints' | 'modules'>,
  progress: Progress = () => undefined,
): Promise<contract.Verdict> => {
  const { entries, sealed } = await countsOf(tx)
  const kept = await checkpoints.read(tx.organizationId)
  let walk = startWalk(tx.organizationId)
  for (;;) {
    const next = await sealedAfter(tx, walk.position, batch)
    for (const entry of next) walk = step(walk, entry)
    progress(walk.position, sealed)
    if (next.length < batch || walk.faults.length >= faultsShown) break
  }
  const faults = [...walk.faults, ...(await disagreements(tx, kept)), ...(await differences(tx, modules))].slice(
    0,
    faultsShown,
  )
  return {
    organizationId: tx.organizationId,
    entries,
    sealed,
    unsealed: entries - sealed,
    outOfOrder: walk.outOfOrder,
    checkpoints: kept.filter(({ isGenuine }) => isGenuine).length,
    intact: faults.length === 0,
    faults,
  }
}

/** Told after every piece: how many entries were looked at, of how many. */
export type Progress = (done: number, of: number) => void

/** What the modules' own rows say otherwise than the journal. */
const differences = async (tx: Work['tx'], { reconciliations }: Work['modules']): Promise<readonly Fault[]> => {
  const found: Fault[] = []
  for (const { name, differences: of } of reconciliations) {
    const sentences = await of(tx, faultsShown)
    found.push(...sentences.map((what) => ({ position: null, journalId: null, what: `${name}: ${what}` })))
  }
  return found
}

/** A tail that was cut off, or a chain computed anew, is visible only against something outside the database. */
const disagreements = async (tx: Work['tx'], kept: readonly Checkpoint[]): Promise<readonly Fault[]> => {
  const links = await linksAt(
    tx,
    kept.map(({ position }) => position),
  )
  return kept.flatMap(({ position, chain, isGenuine }) => {
    if (!isGenuine) return [{ position, journalId: null, what: 'The signature of this checkpoint is not ours.' }]
    if (links.get(position) === chain) return []
    return [{ position, journalId: null, what: 'The log no longer agrees with the checkpoint taken here.' }]
  })
}
