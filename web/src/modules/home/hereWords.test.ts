import { expect, test } from 'vitest'
import { PlainDate } from '#kernel/dates.ts'
import { type PaymentStep, paymentSteps } from '#modules/payments/payability/contract.ts'
import { hereWords } from './hereWords.ts'

const now = new Date('2026-11-22T09:00:00Z')

/** The way of an invoice that has come as far as `last`, with the days that are known. */
const wayTo = (last: PaymentStep['step'], days: Partial<Record<PaymentStep['step'], string>> = {}): PaymentStep[] => {
  const reached = paymentSteps.indexOf(last)
  return paymentSteps.map((step, index) => {
    const day = days[step]
    return {
      step,
      state: index <= reached ? 'done' : index === reached + 1 ? 'here' : 'ahead',
      at: null,
      on: day === undefined ? null : PlainDate.parse(day),
      by: step === 'approved' && index <= reached ? 'Dana Whitfield' : null,
    }
  })
}

test('an invoice on no way says nothing', () => expect(hereWords([], now)).toBeUndefined())

test('a submitted invoice is being looked at', () =>
  expect(hereWords(wayTo('submitted'), now)).toBe('Submitted, being looked at'))

test('an approved one names who approved it and the run it is planned for', () =>
  expect(hereWords(wayTo('scheduled', { in_run: '2026-12-14' }), now)).toBe(
    'Approved by Dana Whitfield, in the run of 14 Dec',
  ))

test('one in a pay run names its day', () =>
  expect(hereWords(wayTo('in_run', { sent: '2026-11-26' }), now)).toBe('In the pay run of 26 Nov'))

test('one that was sent names the day it left', () =>
  expect(hereWords(wayTo('sent', { sent: '2026-11-19' }), now)).toBe('Sent to your bank on 19 Nov'))

test('a settled one says since when the money is there', () =>
  expect(hereWords(wayTo('settled', { settled: '2026-11-20' }), now)).toBe('With you since 20 Nov'))
