import type { Work } from '#kernel/command.ts'
import { isUnseenLinkOf, memberNames } from '#modules/access/index.ts'
import { type AgreementTemplate, templatesOf } from '#modules/agreements/index.ts'
import { contractorOf } from '#modules/directory/index.ts'
import { payeeOf } from '#modules/payees/index.ts'
import { missingOf, type OnFile } from './data-fields.ts'
import { isOpen, mayInvite, mayReview, mayWaive, type Onboarding } from './onboarding.ts'
import type { BoardState, OnboardingView, StageView } from './onboarding-view.ts'
import { blockersOf } from './readiness.ts'
import { isDecidedHere, isOver, isRequired, isSettled, isToBeSent, mayBeSentBack, type Stage } from './stage.ts'
import { isAgreement, templateAmong } from './template-of-stage.ts'

type Reading = Pick<Work, 'tx' | 'actor'>

export const onFileOf = async ({ tx }: Pick<Work, 'tx'>, { contractorId }: Onboarding): Promise<OnFile> => ({
  contractor: await contractorOf(tx, contractorId),
  payee: await payeeOf(tx, contractorId),
})

/** What staff see of it, what holds it up, and what they can do about it. */
export const viewOfOnboarding = async (work: Reading, onboarding: Onboarding): Promise<OnboardingView> => {
  const { tx, actor } = work
  const onFile = await onFileOf(work, onboarding)
  const { stages, linkId, contractorEmail: _email, reminders: _reminders, ...rest } = onboarding
  const people = [onboarding.invitedBy, ...stages.flatMap(({ decidedBy }) => decidedBy ?? [])]
  const names = await memberNames(tx, people)
  const templates = stages.some(isToBeSent) ? await templatesOf(tx) : []
  const waits = waitingOf(onboarding)
  const { status } = onboarding
  return {
    ...rest,
    ...waits,
    departmentId: onFile.contractor.departmentId,
    invitedByName: names.get(onboarding.invitedBy) ?? null,
    settled: stages.filter(isSettled).length,
    stages: stages.map((stage) => viewOfStage(work, { onboarding, stage, names, onFile, templates })),
    blockers: [...(await blockersOf(work, onboarding))],
    can: {
      inviteAgain: (status === 'invited' || status === 'invite_expired') && mayInvite(actor, onboarding),
      showLink: status === 'invited' && mayInvite(actor, onboarding) && (await isUnseenLinkOf(tx, linkId, actor)),
      withdraw: isOpen(onboarding) && mayInvite(actor, onboarding),
    },
  }
}

type Shown = Readonly<{
  onboarding: Onboarding
  stage: Stage
  names: ReadonlyMap<string, string>
  onFile: OnFile
  templates: readonly AgreementTemplate[]
}>

const viewOfStage = ({ actor }: Reading, { onboarding, stage, names, onFile, templates }: Shown): StageView => {
  const { plan, status, decidedBy } = stage
  const isUnderWay = onboarding.status === 'in_progress'
  const reviews = isUnderWay && status === 'submitted' && isDecidedHere(stage) && mayReview(actor, onboarding)
  return {
    ...planOf(plan),
    ...stage,
    required: isRequired(stage),
    missing: missingOf(onFile, plan),
    since: stage.movedAt,
    decidedByName: decidedBy && (names.get(decidedBy) ?? null),
    changes: [...stage.changes],
    templateId: isAgreement(plan) && isToBeSent(stage) ? (templateAmong(templates, plan)?.id ?? null) : null,
    can: {
      approve: reviews,
      requestChanges: reviews && mayBeSentBack(stage),
      reject: reviews,
      waive: isUnderWay && !isOver(stage) && status !== 'waived' && mayWaive(actor, onboarding),
      sendAgreement: isUnderWay && isToBeSent(stage) && mayReview(actor, onboarding),
    },
  }
}

/** What the plan of a stage says, in the same words for every kind. */
export const planOf = (plan: Stage['plan']) => ({
  key: plan.key,
  kind: plan.kind,
  title: plan.title,
  why: plan.why,
  minutes: plan.minutes,
  description: plan.kind === 'document' ? plan.description : null,
  isProtected: plan.kind === 'document' && plan.isProtected,
  fields: plan.kind === 'data' ? [...plan.fields] : [],
})

/** Of an onboarding in progress, the column is that of what waits most for us, then for the contractor. */
const columns = ['submitted', 'changes_requested', 'open'] as const

type Waits = Readonly<Pick<OnboardingView, 'waitsFor' | 'since' | 'dueOn'> & { state: BoardState }>

const waitingOf = ({ status, stages, movedAt }: Onboarding): Waits => {
  const quiet = { waitsFor: 'nobody', since: movedAt, dueOn: null } as const
  if (status === 'invited') return { ...quiet, waitsFor: 'contractor', state: status }
  if (status === 'invite_expired') return { ...quiet, waitsFor: 'manager', state: status }
  if (status !== 'in_progress') return { ...quiet, state: status }
  const state = columns.find((column) => stages.some((stage) => stage.status === column)) ?? 'open'
  const [oldest] = stages
    .filter((stage) => stage.status === state && stage.waitsFor !== 'nobody')
    .sort((a, b) => a.movedAt.getTime() - b.movedAt.getTime() || a.position - b.position)
  return oldest
    ? { state, waitsFor: oldest.waitsFor, since: oldest.movedAt, dueOn: oldest.dueOn }
    : { ...quiet, state }
}
