import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type StageKind, StagePlan } from '#modules/onboarding/contract.ts'
import {
  kindsToAdd,
  moved,
  newStage,
  type StageValues,
  stageKinds,
  templateSentBy,
  withTemplate,
} from './stagePlans.ts'

const nda = { id: '01930000-0000-7000-8000-000000000071', name: 'Studio NDA' }
const inOrder = (kinds: readonly StageKind[]): StageValues[] => {
  const stages: StageValues[] = []
  for (const kind of kinds) stages.push(newStage(kind, stages))
  return stages
}
const one = (kind: StageKind, stages: readonly StageValues[] = []) => newStage(kind, stages)

test('a second tax form or bank account is not offered', () => {
  expect(kindsToAdd([one('tax_form'), one('payout_method')])).toEqual(['data', 'agreement', 'document'])
})

test('the first stage cannot move up, nor the last one down', () => {
  const stages = [one('data'), one('agreement')]

  expect(moved(stages, 0, -1)).toEqual(stages)
  expect(moved(stages, 1, 1)).toEqual(stages)
})

test('moving a stage down and up again changes nothing, and never loses one', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...stageKinds), { minLength: 2, maxLength: 8 }), fc.nat(6), (kinds, at) => {
      const stages = inOrder(kinds)
      const from = at % (stages.length - 1)
      const down = moved(stages, from, 1)
      expect(new Set(down.map(({ key }) => key))).toEqual(new Set(stages.map(({ key }) => key)))
      expect(moved(down, from + 1, -1)).toEqual(stages)
    }),
  )
})

test('every new stage has a key of its own, whatever stands there already', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...stageKinds), { maxLength: 20 }), (kinds) => {
      const stages = inOrder(kinds)
      expect(new Set(stages.map(({ key }) => key)).size).toBe(stages.length)
    }),
  )
})

test('a new stage can be kept as it is, except a document, which has to be named', () => {
  const refused = stageKinds.filter((kind) => !StagePlan.safeParse(newStage(kind, [])).success)

  expect(refused).toEqual(['document'])
})

test('an agreement stage without a template sends the oldest non-disclosure agreement in use, or nothing', () => {
  const other = { ...nda, id: '01930000-0000-7000-8000-000000000072', kind: 'nda', archived: false }
  const oldest = { ...nda, kind: 'nda', archived: false }

  expect(templateSentBy({ templateId: null }, [other, oldest])?.id).toBe(nda.id)
  expect(templateSentBy({ templateId: null }, [{ ...oldest, kind: 'msa' }])).toBeUndefined()
  expect(templateSentBy({ templateId: nda.id }, [{ ...oldest, archived: true }])).toBeUndefined()
})

test('a template goes into the agreement that has nothing to send, and into a new stage where there is no agreement', () => {
  const first = newStage('agreement', [])
  const second = newStage('agreement', [first])

  expect(withTemplate([first, second], nda, [second.key])).toEqual([first, { ...second, templateId: nda.id }])
  expect(withTemplate([one('data')], nda, [])).toMatchObject([
    { kind: 'data' },
    { kind: 'agreement', title: 'Studio NDA', templateId: nda.id },
  ])
})
