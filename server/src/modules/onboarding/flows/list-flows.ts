import { may } from '#kernel/actor.ts'
import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import { templatesOf } from '#modules/agreements/index.ts'
import { changeFlows, readOnboardings } from '#modules/onboarding/permissions.ts'
import * as contract from './contract.ts'
import { viewOfFlow } from './flow.ts'
import { flowOf, flowsOf, mostFlows } from './store.ts'

export const listFlows = query(contract.listFlows)({
  allow: (actor) => may(actor, readOnboardings),
  read: async ({ tx, actor }) => {
    const reading = { templates: await templatesOf(tx), mayChange: may(actor, changeFlows) }
    const { rows, isCut } = cutAt(await flowsOf(tx), mostFlows)
    return { items: rows.map((flow) => viewOfFlow(flow, reading)), isCut }
  },
})

export const viewFlow = query(contract.viewFlow)({
  allow: (actor) => may(actor, readOnboardings),
  read: async ({ tx, actor }, { flowId }) =>
    viewOfFlow(await flowOf(tx, flowId), { templates: await templatesOf(tx), mayChange: may(actor, changeFlows) }),
})
