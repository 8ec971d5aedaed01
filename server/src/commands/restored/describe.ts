import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import type { Restored } from '#kernel/install/places.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { countWaysIn } from '#modules/access/index.ts'
import { lastOfJournal } from '#modules/audit/index.ts'
import { countWaitingMails } from '#modules/messaging/index.ts'
import { lastReleasedRun, runsUnderWay } from '#modules/payments/index.ts'
import { type Found, organizations } from '../organizations.ts'

const runsShown = 50

/** What somebody has to compare with the bank, the mailboxes and their memory before this may go on. */
export const describeRestored = async (runtime: Runtime, { since, reason }: Restored): Promise<readonly string[]> => {
  const all = await organizations(runtime)
  const parts = await Promise.all(all.map((found) => describe(runtime, found)))
  return [
    `Restored mode since ${since.toISOString()}. ${reason}`,
    'Nothing is changed, sent or paid, and nobody can sign in.',
    ...parts.flat(),
    '',
    'Is this the only one there is, as it was last at work (it was moved, or a disk was exchanged)?',
    '  npm run muster -- restored lift --moved',
    'Is it an earlier state, so that something may have happened since? Then every key, invitation and link ends,',
    'and the mails that wait are put aside. Ask the bank about each run above before you release it again:',
    '  npm run muster -- restored lift --earlier',
    'Is it a copy to look at, beside one that works? Leave it as it is.',
  ]
}

const describe = async (runtime: Runtime, { organizationId, slug }: Found): Promise<readonly string[]> => {
  const { now, checkpoints } = runtime.outside
  const entry = { ...machine(organizationId), readOnly: true as const }
  const kept = (await checkpoints.read(organizationId)).at(-1)
  return transaction(runtime.db, entry, async (tx) => {
    const last = await lastOfJournal(tx)
    const [ways, mails, released] = [
      await countWaysIn(tx, now()),
      await countWaitingMails(tx),
      await lastReleasedRun(tx),
    ]
    const runs = await runsUnderWay(tx, runsShown)
    return [
      '',
      `${slug}`,
      `  last entry of the journal    ${last === undefined ? 'none' : `${last.occurredAt} ${last.name}`}`,
      `  place in the chain           ${last?.position ?? 0}${kept ? `; the last checkpoint kept beside it: ${kept.position}, ${kept.at}` : ''}`,
      `  last run that was released   ${released ? `${released.number}, ${released.releasedAt}` : 'none'}`,
      ...runs.map(
        ({ number, status, payOn, payments, total }) =>
          `  run ${number} is ${status}: ${payments} payments, ${total.amount} ${total.currency}, to be paid on ${payOn}`,
      ),
      `  mails that wait              ${mails}`,
      `  keys, invitations and links  ${ways.keys} keys, ${ways.links} links`,
    ]
  })
}
