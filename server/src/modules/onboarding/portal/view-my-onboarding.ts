import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import { mostOnboardings, onboardingsOf } from '#modules/onboarding/read-store.ts'
import * as contract from './contract.ts'
import { isShown, myViewOf, takesPart } from './my-onboarding.ts'

export const viewMyOnboarding = query(contract.viewMyOnboarding)({
  allow: takesPart,
  read: async (work) => {
    const found = await onboardingsOf(work.tx, work.actor.contractorId ?? '')
    const { rows: onboardings, isCut } = cutAt(found, mostOnboardings)
    const items = []
    for (const onboarding of onboardings.filter(isShown)) items.push(await myViewOf(work, onboarding))
    return { items, isCut }
  },
})
