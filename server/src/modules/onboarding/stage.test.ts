import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PlainDate } from '#kernel/dates.ts'
import { PersonId } from '#kernel/ids.ts'
import { mayFollow, stepsOf } from '#kernel/states.ts'
import { createWorld, type World } from '#test/world.ts'
import type { StagePlan } from './contract.ts'
import { type Evidence, weigh } from './evidence.ts'
import { OnboardingStageId } from './ids.ts'
import { onboardingTransitions } from './onboarding.ts'
import {
  approve,
  ask,
  hold,
  holdChanges,
  holdsUp,
  isSettled,
  type Stage,
  sendBack,
  stageOf,
  stageTransitions,
  start,
  submit,
  waive,
} from './stage.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const now = new Date('2026-11-16T09:00:00Z')
const today = PlainDate.parse('2026-11-16')
const moment = { now, today }
const ines = PersonId.parse('0199a000-0000-7000-8000-00000000000a')
const common = { key: 'a-stage', title: 'A stage', why: '', minutes: 5, dueInDays: 7 }
const plans: readonly StagePlan[] = [
  { ...common, kind: 'data', fields: ['phone', 'city'], review: 'member' },
  { ...common, kind: 'agreement', templateId: null },
  { ...common, kind: 'tax_form', review: 'nobody' },
  { ...common, kind: 'payout_method' },
  { ...common, kind: 'document', description: 'Insurance', required: true, isProtected: false, review: 'member' },
]
const fresh = (plan: StagePlan): Stage =>
  start(stageOf(OnboardingStageId.parse('0199a000-0000-7000-8000-0000000000bb'), 0, plan, now), moment)
const ofKind = (kind: StagePlan['kind']): Stage => fresh(plans.find((plan) => plan.kind === kind) ?? plans[0]!)

test('the same steps are legal in code and in the database', async () => {
  const rows = await w.sql(`select object, from_state || '>' || to_state as step from legal_transitions`)
  const steps = (object: string) =>
    rows
      .filter((row) => row.object === object)
      .map(({ step }) => step)
      .sort()

  expect(steps('onboarding_stages')).toEqual(stepsOf(stageTransitions))
  expect(steps('onboardings')).toEqual(stepsOf(onboardingTransitions))
})

test('what was approved or rejected stays so', () => {
  const approved = approve(submit(ofKind('data'), moment), ines, now)

  expect(() => submit(approved, moment)).toThrow('as it is now')
  expect(() => sendBack(approved, [{ field: 'phone', note: 'Wrong' }], moment)).toThrow('as it is now')
})

test('a change can be asked for only of what the stage asks for', () => {
  const submitted = submit(ofKind('data'), moment)

  expect(() => holdChanges(submitted, [{ field: 'website', note: 'Add one' }])).toThrow(
    'only for what the stage asks',
  )
  expect(() => holdChanges(submitted, [{ field: 'city', note: 'Which one?' }])).not.toThrow()
  expect(() => holdChanges(ofKind('payout_method'), [{ field: 'account', note: 'No' }])).toThrow('another way')
})

test('an agreement that nobody has sent waits for nobody, then for the contractor, and for legal if it fails', () => {
  const unsent = ofKind('agreement')
  const sent = ask(unsent, '0199a000-0000-7000-8000-0000000000cc', moment)
  const declined = hold(sent, 'declined', moment)
  const halfSigned = hold(submit(sent, moment), 'called off', moment)

  expect([unsent, sent, declined].map(({ waitsFor, status }) => [waitsFor, status])).toEqual([
    ['nobody', 'open'],
    ['contractor', 'open'],
    ['legal', 'open'],
  ])
  expect(halfSigned).toMatchObject({ status: 'changes_requested', waitsFor: 'legal', agreementId: null })
})

test('everything that waits says whose move it is and until when; what is settled waits for nobody', () => {
  for (const plan of plans) {
    const open = plan.kind === 'agreement' ? ask(fresh(plan), 'a', moment) : fresh(plan)
    const submitted = submit(open, moment)

    expect(open).toMatchObject({ waitsFor: 'contractor', dueOn: '2026-11-23' })
    expect(submitted.waitsFor).not.toBe('contractor')
    expect(submitted.dueOn).toBe('2026-11-18')
    expect(approve(submitted, null, now)).toMatchObject({ waitsFor: 'nobody', dueOn: null })
  }
})

test('an optional document holds nothing up', () => {
  const optional: StagePlan = {
    ...common,
    kind: 'document',
    description: 'CV',
    required: false,
    isProtected: false,
    review: 'nobody',
  }

  expect(holdsUp(fresh(optional))).toBe(false)
  expect(holdsUp(ofKind('document'))).toBe(true)
})

test('a waiver by a member outlives the facts; one that the facts gave ends with them', () => {
  const byMember = waive(ofKind('tax_form'), { by: ines, reason: 'A treaty applies', now })
  const byCountry = waive(ofKind('tax_form'), { by: null, reason: 'Not in the United States', now })
  const none: Evidence = { kind: 'none' }

  expect(weigh(byMember, none, { ...moment, reuse: false }).status).toBe('waived')
  expect(weigh(byCountry, none, { ...moment, reuse: false }).status).toBe('open')
})

const anEvidence: fc.Arbitrary<Evidence> = fc.constantFrom<Evidence>(
  { kind: 'none' },
  { kind: 'given' },
  { kind: 'settled' },
  { kind: 'refused', reason: 'No such account' },
  { kind: 'not_needed', reason: 'Another country' },
)

test('in whatever order facts arrive, a stage only takes legal steps, and each fact counts once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...plans),
      fc.array(anEvidence, { maxLength: 12 }),
      fc.boolean(),
      (plan, facts, reuse) => {
        let stage = fresh(plan)
        for (const evidence of facts) {
          const next = weigh(stage, evidence, { ...moment, reuse })
          if (next !== stage) expect(mayFollow(stageTransitions, stage.status, next.status)).toBe(true)
          expect(weigh(next, evidence, { ...moment, reuse })).toBe(next)
          stage = next
        }
      },
    ),
  )
})

test('what is on file from before settles a stage at the start, whoever looks at it otherwise', () => {
  const reviewed: StagePlan = { ...common, kind: 'tax_form', review: 'member' }
  const settled: Evidence = { kind: 'settled' }

  expect(weigh(fresh(reviewed), settled, { ...moment, reuse: false }).status).toBe('submitted')
  expect(isSettled(weigh(fresh(reviewed), settled, { ...moment, reuse: true }))).toBe(true)
})
