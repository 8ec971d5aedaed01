import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { legalEntityOf } from '#modules/organizations/index.ts'
import { readPayability } from '#modules/payments/permissions.ts'
import * as contract from './contract.ts'
import { viewOfSchedule } from './schedule.ts'
import { scheduleOf } from './schedule-of.ts'

export const viewPaymentSchedule = query(contract.viewPaymentSchedule)({
  allow: (actor) => may(actor, readPayability),
  read: async ({ tx, actor }, { legalEntityId }) => {
    const entity = await legalEntityOf(tx, legalEntityId)
    return viewOfSchedule(await scheduleOf(tx, { legalEntityId, currency: entity.currency }), entity, actor)
  },
})
