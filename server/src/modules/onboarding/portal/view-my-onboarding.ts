import { query } from '#kernel/query.ts'
import { onboardingsOf } from '#modules/onboarding/read-store.ts'
import * as contract from './contract.ts'
import { isShown, myViewOf, takesPart } from './my-onboarding.ts'

export const viewMyOnboarding = query(contract.viewMyOnboarding)({
  allow: takesPart,
  read: async (work) => {
    const onboardings = await onboardingsOf(work.tx, work.actor.contractorId ?? '')
    const items = []
    for (const onboarding of onboardings.filter(isShown)) items.push(await myViewOf(work, onboarding))
    return { items }
  },
})
