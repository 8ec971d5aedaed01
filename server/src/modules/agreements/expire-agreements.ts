import { schedule } from '#kernel/background/schedule.ts'
import { addDays, dayIn } from '#kernel/dates.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { expire, open } from './agreement.ts'
import { agreementExpired } from './events.ts'
import { AgreementId } from './ids.ts'
import { expiredIds, holdAgreement, saveAgreement, whoseExpire } from './store.ts'

/** Ends agreements that were not signed in time, in each organization's own time zone. */
export const expireAgreements = schedule({
  name: 'agreements.expire',
  everySeconds: 60,
  // Somewhere it is tomorrow already; each organization's own today decides.
  whose: (now) => ({ statement: whoseExpire, values: [addDays(dayIn('UTC', now), 1)] }),
  due: async (work, search) => expiredIds(work.tx, await todayOf(work), search),
  one: async (work, id) => {
    const agreement = await holdAgreement(work.tx, AgreementId.parse(id))
    // Signed or called off since it was found: then there is nothing to end.
    if (!open.includes(agreement.status)) return []
    await saveAgreement(work.tx, expire(agreement, work.now))
    const { id: agreementId, contractorId, engagementId, title } = agreement
    return [agreementExpired({ agreementId, contractorId, engagementId, title })]
  },
})
