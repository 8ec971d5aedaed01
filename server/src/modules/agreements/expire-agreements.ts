import type { Work } from '#kernel/command.ts'
import { addDays, dayIn } from '#kernel/dates.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { OrganizationId } from '#kernel/ids.ts'
import { workAsMachine } from '#kernel/work-as-machine.ts'
import type { Schedule } from '#kernel/worker.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { expire, open } from './agreement.ts'
import { agreementExpired } from './events.ts'
import { expiredIds, holdAgreement, saveAgreement } from './store.ts'

/** Ends agreements that were not signed in time, in each organization's own time zone. */
export const expireAgreements: Schedule = {
  name: 'agreements.expire',
  everySeconds: 60,
  run: async (runtime) => {
    // Somewhere it is tomorrow already; each organization's own today decides below.
    const latestDay = addDays(dayIn('UTC', runtime.outside.now()), 1)
    const { rows } = await runtime.db.pool.query<{ id: string }>({
      name: 'agreements.whose-expire',
      text: 'select organizations_with_expiring_agreements($1) as id',
      values: [latestDay],
    })
    for (const { id } of rows) {
      const task = { organizationId: OrganizationId.parse(id), name: expireAgreements.name }
      await workAsMachine(runtime, task, expireDue)
    }
  },
}

const expireDue = async (work: Work): Promise<readonly DomainEvent[]> => {
  const { tx, now } = work
  const events: DomainEvent[] = []
  for (const agreementId of await expiredIds(tx, await todayOf(work))) {
    // Signed or called off while we waited for the row: then there is nothing to end.
    const agreement = await holdAgreement(tx, agreementId)
    if (!open.includes(agreement.status)) continue
    await saveAgreement(tx, expire(agreement, now))
    const { contractorId, engagementId, title } = agreement
    events.push(agreementExpired({ agreementId, contractorId, engagementId, title }))
  }
  return events
}
