import { z } from 'zod'
import { GivenDay } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { listOf, pageInput, pageOf } from '#kernel/page.ts'
import { ShownLink } from '#modules/access/contract.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { DepartmentId, LegalEntityId } from '#modules/organizations/contract.ts'
import { OnboardingFlowId, OnboardingId } from './ids.ts'
import { BoardState, OnboardingRow, OnboardingView } from './onboarding-view.ts'

export * from './flows/contract.ts'
export * from './ids.ts'
export * from './invitation/contract.ts'
export * from './onboarding-view.ts'
export * from './portal/contract.ts'
export * from './review/contract.ts'
export * from './stage-status.ts'

const oneOnboarding = { onboardingId: OnboardingId, version: z.int().positive() }
const reason = z.string().trim().min(3, 'Say why in a few words.').max(500)

export const listOnboardings = endpoint({
  name: 'onboarding.list',
  method: 'GET',
  path: '/onboardings',
  summary: 'The board: who is being onboarded, whose move it is and until when; the newest first',
  input: z.strictObject({
    state: listOf(BoardState).optional(),
    contractorId: ContractorId.optional(),
    ...pageInput,
  }),
  output: pageOf(OnboardingRow),
})

export const countOnboardings = endpoint({
  name: 'onboarding.count',
  method: 'GET',
  path: '/onboardings/counts',
  summary: 'How many onboardings stand in each column of the board',
  input: z.strictObject({}),
  output: z.object({ items: z.array(z.object({ state: BoardState, count: z.int() })) }),
})

export const viewOnboarding = endpoint({
  name: 'onboarding.view',
  method: 'GET',
  path: '/onboardings/:onboardingId',
  summary: 'One onboarding with its stages and what still holds up the start',
  input: z.strictObject({ onboardingId: OnboardingId }),
  output: OnboardingView,
})

export const inviteContractor = endpoint({
  name: 'onboarding.invite',
  method: 'POST',
  path: '/onboardings',
  summary: 'Invite a contractor: opens the engagement and begins the onboarding for it',
  input: z.strictObject({
    contractorId: ContractorId,
    legalEntityId: LegalEntityId,
    departmentId: DepartmentId.nullable().default(null),
    startsOn: GivenDay,
    endsOn: GivenDay.nullable().default(null),
    flowId: OnboardingFlowId.optional().describe("Otherwise that of the contractor's type, or the one for everybody"),
    message: z.string().trim().max(2_000, 'Keep it under 2,000 characters.').default(''),
  }),
  output: OnboardingView,
})

export const inviteAgain = endpoint({
  name: 'onboarding.invite-again',
  method: 'POST',
  path: '/onboardings/:onboardingId/invitation',
  summary: 'Send a new invitation for another 14 days; the link before stops working',
  input: z.strictObject(oneOnboarding),
  output: OnboardingView,
})

export const showPortalLink = endpoint({
  name: 'onboarding.show-invitation-link',
  method: 'POST',
  path: '/onboardings/:onboardingId/invitation-link',
  summary: 'See the link of an invitation you sent, once, to hand it over yourself',
  stepUp: true,
  sealsAnswer: true,
  input: z.strictObject({ onboardingId: OnboardingId }),
  output: ShownLink,
})

export const withdrawOnboarding = endpoint({
  name: 'onboarding.withdraw',
  method: 'POST',
  path: '/onboardings/:onboardingId/withdrawal',
  summary: 'Take an invitation or an onboarding back; the link stops working and the engagement ends',
  input: z.strictObject({ ...oneOnboarding, reason }),
  output: OnboardingView,
})
