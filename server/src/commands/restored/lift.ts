import { machine } from '#kernel/actor.ts'
import { workOf } from '#kernel/command.ts'
import { transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import type { Restored } from '#kernel/install/places.ts'
import { writeJournal } from '#kernel/journal.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { endWaysIn, endWaysOfNobody } from '#modules/access/index.ts'
import { restoredModeLifted } from '#modules/audit/index.ts'
import { putMailsAside } from '#modules/messaging/index.ts'
import { organizations } from '../organizations.ts'

export type Decision = 'moved' | 'earlier'

const inWords: Readonly<Record<Decision, string>> = {
  moved: 'it was moved and nothing happened elsewhere',
  earlier: 'it is an earlier state',
}

/** What the decision means in every organization, written to its journal. The mode itself ends after this. */
export const settleRestored = async (runtime: Runtime, restored: Restored, decision: Decision): Promise<void> => {
  const { outside, reactions, db } = runtime
  const now = outside.now()
  if (decision === 'earlier') await transaction(db, machine(noOrganizationId), (tx) => endWaysOfNobody(tx, now))
  for (const { organizationId } of await organizations(runtime)) {
    const actor = machine(organizationId)
    await transaction(db, actor, async (tx) => {
      const work = workOf(runtime, tx, { actor, now })
      const ended = decision === 'earlier' ? [...(await endWaysIn(work)), ...(await putMailsAside(work))] : []
      const since = restored.since.toISOString()
      const lifted = restoredModeLifted({ since, reason: restored.reason, decision: inWords[decision] })
      const entry = { actor, command: 'muster restored lift', now, events: [...ended, lifted] }
      writeJournal(tx, { newId: outside.newId, reactions }, entry)
    })
  }
}
