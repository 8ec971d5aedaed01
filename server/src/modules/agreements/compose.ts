import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/canonical-json.ts'
import type { Work } from '#kernel/command.ts'
import { dayInWords } from '#kernel/dates.ts'
import type { PostalAddress } from '#kernel/postal-address.ts'
import type { FieldError } from '#kernel/problem.ts'
import type { ContractorId, EngagementId } from '#modules/directory/contract.ts'
import { contractorOf, engagementOf } from '#modules/directory/index.ts'
import { legalEntityOf, organizationOf, todayOf } from '#modules/organizations/index.ts'
import { payeeOf } from '#modules/payees/index.ts'
import type { AgreementContent, AgreementFields } from './contract.ts'
import { fieldUnknown } from './problems.ts'
import type { AgreementTemplate } from './templates/template.ts'
import { blocksOf } from './text/agreement-text.ts'
import { customFieldsIn, fieldsIn, type MergeField, type MergeValues, mergeFields } from './text/merge-fields.ts'

type About = Readonly<{
  contractorId: ContractorId
  engagementId: EngagementId | null
  fields: AgreementFields
}>

export type Composed = Readonly<{ content: AgreementContent; missing: readonly FieldError[] }>

/** The text as it reads for this contractor today. What is not known yet stays a merge field and is named. */
export const compose = async (
  work: Pick<Work, 'tx' | 'now'>,
  { name: title, body }: Pick<AgreementTemplate, 'name' | 'body'>,
  about: About,
): Promise<Composed> => {
  holdFields(body, about.fields)
  const facts = await factsOf(work, about)
  const custom = Object.entries(about.fields).map(([name, value]) => [`field:${name}`, value])
  const values: MergeValues = { ...knownIn(facts), ...Object.fromEntries(custom.filter(([, value]) => value !== '')) }
  const missing = fieldsIn(body).filter((name) => !Object.hasOwn(values, name))
  return {
    content: { title, paper: paperOf(facts), parties: partiesOf(facts), blocks: [...blocksOf(body, values)] },
    missing: missing.map(saidMissing),
  }
}

/** SHA-256 of the canonical JSON: the same text always has the same hash, whoever computes it. */
export const hashOf = (content: AgreementContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

/** A value that no place takes up would be lost without a word. */
const holdFields = (body: string, fields: AgreementFields): void => {
  const asked = customFieldsIn(body)
  const unknown = Object.keys(fields).filter((name) => !asked.includes(name))
  if (unknown.length > 0) {
    const errors = unknown.map((name) => ({
      pointer: pointerTo(name),
      detail: `The text does not ask for “${name}”.`,
    }))
    throw fieldUnknown({ errors })
  }
}

const pointerTo = (field: string): string => `#/fields/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`

const factsOf = async (work: Pick<Work, 'tx' | 'now'>, { contractorId, engagementId }: About) => {
  const { tx } = work
  const engagement = engagementId && (await engagementOf(tx, engagementId))
  return {
    contractor: await contractorOf(tx, contractorId),
    payee: await payeeOf(tx, contractorId),
    engagement,
    legalEntity: engagement && (await legalEntityOf(tx, engagement.legalEntityId)),
    organization: await organizationOf(tx),
    today: await todayOf(work),
  }
}
type Facts = Awaited<ReturnType<typeof factsOf>>

const knownIn = ({ contractor, payee, engagement, legalEntity, organization, today }: Facts): MergeValues => {
  const values: Readonly<Record<MergeField, string | undefined>> = {
    'contractor.name': contractor.displayName,
    'contractor.email': contractor.email,
    'payee.legalName': payee?.legalName,
    'legalEntity.name': legalEntity?.name,
    'legalEntity.address': legalEntity ? linesOf(legalEntity.address).join(', ') : undefined,
    'engagement.startsOn': engagement ? dayInWords(engagement.startsOn) : undefined,
    'organization.name': organization.name,
    today: dayInWords(today),
  }
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

const linesOf = ({ line1, line2, city, region, postalCode, country }: PostalAddress): string[] =>
  [line1, line2 ?? '', [city, region, postalCode].filter(Boolean).join(' '), country].filter((line) => line !== '')

const partiesOf = ({ contractor, payee, legalEntity, organization }: Facts): AgreementContent['parties'] => [
  legalEntity
    ? { role: 'Client', name: legalEntity.name, details: linesOf(legalEntity.address) }
    : { role: 'Client', name: organization.name, details: [] },
  {
    role: 'Contractor',
    name: payee?.legalName ?? contractor.displayName,
    details: [
      ...(payee && payee.legalName !== contractor.displayName ? [contractor.displayName] : []),
      contractor.email,
      ...(payee ? linesOf(payee.address) : []),
    ],
  },
]

const paperOf = ({ contractor, legalEntity }: Facts): AgreementContent['paper'] =>
  (legalEntity?.address.country ?? contractor.country) === 'US' ? 'us-letter' : 'a4'

const saidMissing = (name: string): FieldError => {
  if (name.startsWith('field:')) {
    const field = name.slice('field:'.length)
    return { pointer: pointerTo(field), detail: `Fill in “${field}”.` }
  }
  const [, means = name] = Object.entries(mergeFields).find(([known]) => known === name) ?? []
  const isOfEngagement = /^(legalEntity|engagement)\./.test(name)
  return {
    pointer: isOfEngagement ? '#/engagementId' : '#/contractorId',
    detail: `${means.charAt(0).toUpperCase()}${means.slice(1)} is not known yet ({{${name}}}).`,
  }
}
