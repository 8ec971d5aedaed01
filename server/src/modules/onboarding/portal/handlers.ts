import { submitData } from './submit-data.ts'
import { submitDocument } from './submit-document.ts'
import { viewMyOnboarding } from './view-my-onboarding.ts'

export const portalOnboardingHandlers = [viewMyOnboarding, submitData, submitDocument]
