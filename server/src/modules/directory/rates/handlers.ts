import { addRate } from './add-rate.ts'
import { listRates } from './list-rates.ts'
import { removeRate } from './remove-rate.ts'

export const rateHandlers = [listRates, addRate, removeRate]
