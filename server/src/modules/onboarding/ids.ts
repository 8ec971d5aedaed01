import type { z } from 'zod'
import { id } from '#kernel/ids.ts'

export const OnboardingId = id('OnboardingId')
export type OnboardingId = z.output<typeof OnboardingId>
export const OnboardingStageId = id('OnboardingStageId')
export type OnboardingStageId = z.output<typeof OnboardingStageId>
export const OnboardingFlowId = id('OnboardingFlowId')
export type OnboardingFlowId = z.output<typeof OnboardingFlowId>
