import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { wholeListOf } from '#kernel/page.ts'
import { ContractorTypeId } from '#modules/directory/ids.ts'
import { line, paragraphs } from '#modules/directory/profile.ts'

export const ContractorTypeDescription = z.strictObject({
  name: line(80).min(1, 'Give it a name.'),
  description: paragraphs(1_000).default(''),
})
export type ContractorTypeDescription = z.output<typeof ContractorTypeDescription>

export const ContractorTypeView = z.object({
  ...ContractorTypeDescription.shape,
  id: ContractorTypeId,
  /** How many contractors are of this type, whatever their state. */
  contractors: z.int(),
  version: z.int(),
})
export type ContractorTypeView = z.output<typeof ContractorTypeView>

const oneType = { contractorTypeId: ContractorTypeId, version: z.int().positive() }

export const listContractorTypes = endpoint({
  name: 'directory.list-contractor-types',
  method: 'GET',
  path: '/contractor-types',
  summary: 'The kinds of contractors, by name',
  input: z.strictObject({}),
  output: wholeListOf(ContractorTypeView).extend({ can: z.object({ change: z.boolean() }) }),
})

export const addContractorType = endpoint({
  name: 'directory.add-contractor-type',
  method: 'POST',
  path: '/contractor-types',
  summary: 'Add a kind of contractors',
  input: ContractorTypeDescription,
  output: ContractorTypeView,
})

export const changeContractorType = endpoint({
  name: 'directory.change-contractor-type',
  method: 'PUT',
  path: '/contractor-types/:contractorTypeId',
  summary: 'Rename or describe a kind of contractors',
  input: z.strictObject({ ...ContractorTypeDescription.shape, ...oneType }),
  output: ContractorTypeView,
})

export const archiveContractorType = endpoint({
  name: 'directory.archive-contractor-type',
  method: 'POST',
  path: '/contractor-types/:contractorTypeId/archive',
  summary: 'Take a kind of contractors out of use; whoever has it keeps it',
  input: z.strictObject(oneType),
  output: ContractorTypeView,
})
