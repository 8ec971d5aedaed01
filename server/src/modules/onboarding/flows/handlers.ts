import { addFlow } from './add-flow.ts'
import { changeFlow } from './change-flow.ts'
import { listFlows, viewFlow } from './list-flows.ts'

export const flowHandlers = [listFlows, viewFlow, addFlow, changeFlow]
