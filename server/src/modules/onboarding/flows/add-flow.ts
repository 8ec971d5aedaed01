import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { templatesOf } from '#modules/agreements/index.ts'
import { flowAdded } from '#modules/onboarding/events.ts'
import { OnboardingFlowId } from '#modules/onboarding/ids.ts'
import { changeFlows } from '#modules/onboarding/permissions.ts'
import * as contract from './contract.ts'
import { holdStages, viewOfFlow } from './flow.ts'
import { holdTemplates } from './hold-templates.ts'
import { flowOf, insertFlow } from './store.ts'

export const addFlow = command(contract.addFlow)({
  load: async () => undefined,
  allow: (actor) => may(actor, changeFlows),
  run: async ({ tx, actor, now, newId }, _, { name, contractorTypeId, stages }) => {
    holdStages(stages)
    await holdTemplates(tx, stages)
    const id = newId(OnboardingFlowId)
    await insertFlow(tx, { id, name, contractorTypeId, stages, madeBy: actor.personId, now })
    return {
      result: viewOfFlow(await flowOf(tx, id), { templates: await templatesOf(tx), mayChange: true }),
      events: [flowAdded({ flowId: id, name, contractorTypeId })],
    }
  },
})
