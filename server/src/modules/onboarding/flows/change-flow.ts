import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { templatesOf } from '#modules/agreements/index.ts'
import { flowChanged } from '#modules/onboarding/events.ts'
import { changeFlows } from '#modules/onboarding/permissions.ts'
import * as contract from './contract.ts'
import { holdStages, viewOfFlow } from './flow.ts'
import { holdTemplates } from './hold-templates.ts'
import { flowOf, lockFlow, saveFlow } from './store.ts'

export const changeFlow = command(contract.changeFlow)({
  load: ({ tx }, input) => lockFlow(tx, input),
  allow: (actor) => may(actor, changeFlows),
  run: async ({ tx, actor, now }, flow, { name, stages }) => {
    holdStages(stages)
    await holdTemplates(tx, stages)
    const number = flow.version + 1
    await saveFlow(tx, { id: flow.id, name, stages, number, madeBy: actor.personId, now })
    return {
      result: viewOfFlow(await flowOf(tx, flow.id), { templates: await templatesOf(tx), mayChange: true }),
      events: [flowChanged({ flowId: flow.id, name, version: number })],
    }
  },
})
