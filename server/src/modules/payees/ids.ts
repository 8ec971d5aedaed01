import type { z } from 'zod'
import { id } from '#kernel/ids.ts'

export const PayeeId = id('PayeeId')
export type PayeeId = z.output<typeof PayeeId>
export const PayoutMethodId = id('PayoutMethodId')
export type PayoutMethodId = z.output<typeof PayoutMethodId>
