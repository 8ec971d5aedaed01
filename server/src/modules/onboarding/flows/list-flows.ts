import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { templatesOf } from '#modules/agreements/index.ts'
import { changeFlows, readOnboardings } from '#modules/onboarding/permissions.ts'
import * as contract from './contract.ts'
import { viewOfFlow } from './flow.ts'
import { flowOf, flowsOf } from './store.ts'

export const listFlows = query(contract.listFlows)({
  allow: (actor) => may(actor, readOnboardings),
  read: async ({ tx, actor }) => {
    const reading = { templates: await templatesOf(tx), mayChange: may(actor, changeFlows) }
    return { items: (await flowsOf(tx)).map((flow) => viewOfFlow(flow, reading)) }
  },
})

export const viewFlow = query(contract.viewFlow)({
  allow: (actor) => may(actor, readOnboardings),
  read: async ({ tx, actor }, { flowId }) =>
    viewOfFlow(await flowOf(tx, flowId), { templates: await templatesOf(tx), mayChange: may(actor, changeFlows) }),
})
