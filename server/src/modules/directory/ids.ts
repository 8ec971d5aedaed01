import type { z } from 'zod'
import { id } from '#kernel/ids.ts'

export const ContractorId = id('ContractorId')
export type ContractorId = z.output<typeof ContractorId>
export const ContractorTypeId = id('ContractorTypeId')
export type ContractorTypeId = z.output<typeof ContractorTypeId>
export const EngagementId = id('EngagementId')
export type EngagementId = z.output<typeof EngagementId>
export const RateId = id('RateId')
export type RateId = z.output<typeof RateId>
export const ImportId = id('ImportId')
export type ImportId = z.output<typeof ImportId>
