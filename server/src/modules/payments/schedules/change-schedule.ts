import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { stale } from '#kernel/problem.ts'
import { legalEntityInUse } from '#modules/organizations/index.ts'
import { scheduleChanged } from '#modules/payments/events.ts'
import { changeSchedules } from '#modules/payments/permissions.ts'
import * as contract from './contract.ts'
import { inWords, viewOfSchedule } from './schedule.ts'
import { insertSchedule, latestSchedule } from './store.ts'

export const changePaymentSchedule = command(contract.changePaymentSchedule)({
  load: ({ tx }, { legalEntityId }) => legalEntityInUse(tx, legalEntityId),
  allow: (actor) => may(actor, changeSchedules),
  run: async ({ tx, actor, now }, entity, { legalEntityId, version, ...settings }) => {
    const before = (await latestSchedule(tx, legalEntityId))?.version ?? 0
    if (before !== version) throw stale({ currentVersion: before })
    const schedule = { ...settings, setAt: now, version: version + 1 }
    await insertSchedule(tx, schedule, { legalEntityId, setBy: actor.personId, setAt: now })
    return {
      result: viewOfSchedule(schedule, entity, actor),
      events: [scheduleChanged({ legalEntityId, name: entity.name, rule: inWords(schedule) })],
    }
  },
})
