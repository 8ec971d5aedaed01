import { approveStage } from './approve-stage.ts'
import { rejectStage } from './reject-stage.ts'
import { requestChanges } from './request-changes.ts'
import { sendStageAgreement } from './send-stage-agreement.ts'
import { waiveStage } from './waive-stage.ts'

export const reviewHandlers = [approveStage, requestChanges, rejectStage, waiveStage, sendStageAgreement]
