import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { Bic, Ein, Iban, RoutingNumber, UsAccountNumber } from '#kernel/identifiers/fields.ts'
import { id } from '#kernel/ids.ts'
import { Currency } from '#kernel/money.ts'
import { wholeListOf } from '#kernel/page.ts'
import { PostalAddress } from '#kernel/postal-address.ts'
import { line } from '#kernel/text.ts'

export const LegalEntityId = id('LegalEntityId')
export type LegalEntityId = z.output<typeof LegalEntityId>

const version = z.int().positive()

/** The company id of ACH files: ten letters and digits given by the bank, as a rule a 1 and the EIN. */
const AchCompanyId = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{10}$/, 'A company id has ten letters and digits; as a rule it is a 1 and the EIN.')

const bankName = line(80).min(1, 'Write the name of the bank.')

/** The account a legal entity pays from. */
export const OriginatingAccount = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('us'),
    bankName,
    routingNumber: RoutingNumber,
    accountNumber: UsAccountNumber,
    achCompanyId: AchCompanyId.nullable().default(null).describe('Without one: a 1 and the EIN'),
  }),
  z.strictObject({ kind: z.literal('iban'), bankName, iban: Iban, bic: Bic.nullable().default(null) }),
])
export type OriginatingAccount = z.output<typeof OriginatingAccount>

export const LegalEntityView = z.object({
  id: LegalEntityId,
  name: z.string(),
  address: PostalAddress,
  currency: Currency,
  einLast4: z.string().nullable(),
  account: z
    .object({
      kind: z.enum(['us', 'iban']),
      bankName: z.string(),
      routingNumber: z.string().nullable(),
      bic: z.string().nullable(),
      last4: z.string(),
    })
    .nullable(),
  archived: z.boolean(),
  version: z.int(),
  can: z.object({ change: z.boolean(), changeAccount: z.boolean(), reveal: z.boolean() }),
})
export type LegalEntityView = z.output<typeof LegalEntityView>

const LegalEntityDetails = {
  name: line(140).min(2, 'Write the registered name.'),
  address: PostalAddress,
  currency: Currency,
}
const oneLegalEntity = { legalEntityId: LegalEntityId, version }
const reason = line(300).min(5, 'Say in a few words why you need to see it.')

export const listLegalEntities = endpoint({
  name: 'organizations.list-legal-entities',
  method: 'GET',
  path: '/legal-entities',
  summary: 'The parts of the organization that sign and pay',
  input: z.strictObject({ withArchived: z.stringbool().optional() }),
  output: wholeListOf(LegalEntityView),
})

export const viewLegalEntity = endpoint({
  name: 'organizations.view-legal-entity',
  method: 'GET',
  path: '/legal-entities/:legalEntityId',
  summary: 'One legal entity, with its numbers masked',
  input: z.strictObject({ legalEntityId: LegalEntityId }),
  output: LegalEntityView,
})

export const addLegalEntity = endpoint({
  name: 'organizations.add-legal-entity',
  method: 'POST',
  path: '/legal-entities',
  summary: 'Add a legal entity',
  input: z.strictObject({ ...LegalEntityDetails, ein: Ein.nullable().default(null) }),
  output: LegalEntityView,
})

export const changeLegalEntity = endpoint({
  name: 'organizations.change-legal-entity',
  method: 'PUT',
  path: '/legal-entities/:legalEntityId',
  summary: 'Change the name, address or currency of a legal entity',
  input: z.strictObject({ ...oneLegalEntity, ...LegalEntityDetails }),
  output: LegalEntityView,
})

export const changeEin = endpoint({
  name: 'organizations.change-ein',
  method: 'PUT',
  path: '/legal-entities/:legalEntityId/ein',
  summary: 'Put down the EIN of a legal entity',
  input: z.strictObject({ ...oneLegalEntity, ein: Ein }),
  output: LegalEntityView,
})

export const changeAccount = endpoint({
  name: 'organizations.change-account',
  method: 'PUT',
  path: '/legal-entities/:legalEntityId/account',
  summary: 'Put down the bank account a legal entity pays from',
  stepUp: true,
  input: z.strictObject({ ...oneLegalEntity, account: OriginatingAccount }),
  output: LegalEntityView,
})

export const archiveLegalEntity = endpoint({
  name: 'organizations.archive-legal-entity',
  method: 'POST',
  path: '/legal-entities/:legalEntityId/archive',
  summary: 'Stop using a legal entity for new engagements; what it signed and paid stays',
  input: z.strictObject(oneLegalEntity),
  output: LegalEntityView,
})

export const revealEin = endpoint({
  name: 'organizations.reveal-ein',
  method: 'POST',
  path: '/legal-entities/:legalEntityId/ein/reveal',
  summary: 'See a whole EIN; recorded with the reason, at most 20 such looks a day',
  stepUp: true,
  sealsAnswer: true,
  input: z.strictObject({ legalEntityId: LegalEntityId, reason }),
  output: z.object({ ein: z.string() }),
})

export const revealAccount = endpoint({
  name: 'organizations.reveal-account',
  method: 'POST',
  path: '/legal-entities/:legalEntityId/account/reveal',
  summary: 'See a whole account number; recorded with the reason, at most 20 such looks a day',
  stepUp: true,
  sealsAnswer: true,
  input: z.strictObject({ legalEntityId: LegalEntityId, reason }),
  output: z.object({ accountNumber: z.string(), achCompanyId: z.string().nullable() }),
})
