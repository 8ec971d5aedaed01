import { addEngagement } from './add-engagement.ts'
import { changeEngagement } from './change-engagement.ts'
import { endEngagement } from './end-engagement.ts'
import { listEngagements } from './list-engagements.ts'
import { viewEngagement } from './view-engagement.ts'

export const engagementHandlers = [listEngagements, viewEngagement, addEngagement, changeEngagement, endEngagement]
