import { z } from 'zod'
import { GivenDay, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { ContractorId, RateId } from '#modules/directory/ids.ts'
import { Rate } from '#modules/directory/profile.ts'

export const RateView = z.object({ ...Rate.shape, id: RateId, validFrom: PlainDate })
export type RateView = z.output<typeof RateView>

export const listRates = endpoint({
  name: 'directory.list-rates',
  method: 'GET',
  path: '/contractors/:contractorId/rates',
  summary: 'The rates of a contractor: all of them, or those that hold on a day',
  input: z.strictObject({ contractorId: ContractorId, on: GivenDay.optional() }),
  output: z.object({ items: z.array(RateView) }),
})

export const addRate = endpoint({
  name: 'directory.add-rate',
  method: 'POST',
  path: '/contractors/:contractorId/rates',
  summary: 'Agree on a rate from a day on; what is running keeps the rate it has',
  input: z.strictObject({ ...Rate.shape, contractorId: ContractorId, validFrom: GivenDay }),
  output: RateView,
})

export const removeRate = endpoint({
  name: 'directory.remove-rate',
  method: 'DELETE',
  path: '/contractors/:contractorId/rates/:rateId',
  summary: 'Take back a rate that was put down by mistake',
  input: z.strictObject({ contractorId: ContractorId, rateId: RateId }),
  output: RateView,
})
