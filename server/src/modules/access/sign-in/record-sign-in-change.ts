import { z } from 'zod'
import { publicCommand } from '#kernel/command.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { OrganizationId, PersonId } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { SessionId } from '#modules/access/contract.ts'
import { endOtherWaysIn } from '#modules/access/ends.ts'
import { signInChanged, signInChanges } from '#modules/access/events.ts'

const Change = z.strictObject({
  organizationId: OrganizationId,
  personId: PersonId,
  name: z.string(),
  change: z.enum(signInChanges),
  sessionId: SessionId,
})

/** What changes no way in: another name for it, another set of codes. */
const leavesWaysIn: readonly string[] = ['passkey-renamed', 'backup-codes-renewed']

/** Not mounted: the gate runs it, after better-auth has made the change. */
const record = publicCommand({
  ...endpoint({
    name: 'access.record-sign-in-change',
    method: 'POST',
    path: '/',
    summary: 'Write down a change in how somebody signs in',
    input: Change,
    output: z.object({}),
  }),
  public: true,
})({
  enter: (_, { organizationId }) => organizationId,
  run: async (work, { personId, name, change, sessionId }) => {
    if (!leavesWaysIn.includes(change)) await endOtherWaysIn(work, personId, sessionId)
    return { result: {}, events: [signInChanged({ forPersonId: personId, name, change })] }
  },
})

export const recordSignInChange = async (runtime: Runtime, input: z.output<typeof Change>): Promise<void> => {
  const { organizationId, personId } = input
  const actor = { organizationId, personId, roles: [], departmentIds: [], via: 'session' } as const
  await record.execute(runtime, { actor, now: runtime.outside.now(), input })
}
