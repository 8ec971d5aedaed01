import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { flowAdded } from '#modules/onboarding/events.ts'
import { OnboardingFlowId } from '#modules/onboarding/ids.ts'
import type { StagePlan } from './contract.ts'
import type { Flow } from './flow.ts'
import { flowOfType, insertFlowOnce } from './store.ts'

const name = 'Everybody'

/** What an organization starts with. */
const stages: readonly StagePlan[] = [
  {
    kind: 'data',
    key: 'details',
    title: 'Your details',
    why: 'Agreements and payments carry your legal name and address, and we call before a bank account changes.',
    minutes: 5,
    dueInDays: 5,
    fields: ['phone', 'city', 'headline', 'legalName', 'address'],
    review: 'member',
  },
  {
    kind: 'agreement',
    key: 'nda',
    title: 'Non-disclosure agreement',
    why: 'You will see plans and drafts before anybody else does.',
    minutes: 5,
    dueInDays: 7,
    templateId: null,
  },
  {
    kind: 'tax_form',
    key: 'tax-form',
    title: 'Form W-9',
    why: 'United States law asks whoever pays you for it. Without it, part of every payment would be withheld.',
    minutes: 5,
    dueInDays: 7,
    review: 'nobody',
  },
  {
    kind: 'payout_method',
    key: 'bank-account',
    title: 'Bank account',
    why: 'This is where you are paid. A second person checks it before it is used.',
    minutes: 3,
    dueInDays: 7,
  },
]

/** Makes the flow for everybody unless there is one: two who come at once make one between them. */
export const ensureDefaultFlow = async (work: Work): Promise<readonly DomainEvent[]> => {
  const { tx, now, newId, actor, causedBy } = work
  const id = newId(OnboardingFlowId)
  const made = await insertFlowOnce(tx, {
    id,
    name,
    contractorTypeId: null,
    stages,
    madeBy: causedBy ?? actor.personId,
    now,
  })
  return made ? [flowAdded({ flowId: id, name, contractorTypeId: null })] : []
}

type Chosen = Readonly<{ flow: Flow; events: readonly DomainEvent[] }>

/** The flow of a contractor's type, or the one for everybody, which is made here if nobody has made it yet. */
export const flowFor = async (work: Work, contractorTypeId: string | null): Promise<Chosen> => {
  const own = contractorTypeId === null ? undefined : await flowOfType(work.tx, contractorTypeId)
  if (own) return { flow: own, events: [] }
  const events = await ensureDefaultFlow(work)
  const flow = await flowOfType(work.tx, null)
  if (!flow) throw new Error('The flow for everybody was made and is not there.')
  return { flow, events }
}
