export * from './events.ts'
export type { Onboarding } from './onboarding.ts'
export { onboardingOf, onboardingOfEngagement, onboardingsOf } from './read-store.ts'
export { readiness } from './readiness.ts'
