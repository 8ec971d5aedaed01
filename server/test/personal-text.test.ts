import { expect, test } from 'vitest'
import { z } from 'zod'
import { declaredEvents } from '#kernel/event.ts'
import '../src/app.ts'

/** What is text and tells nothing of a person: codes, sums, hashes, names of things the organization made. */
const codes: readonly string[] = [
  'amount',
  'before',
  'brandColor',
  'certificateSha256',
  'classification',
  'code',
  'contentHash',
  'contentSha256',
  'fields',
  'fileName',
  'from',
  'invoiceNumber',
  'kind',
  'limits',
  'mediaType',
  'number',
  'off',
  'price',
  'pricing',
  'programmeName',
  'reference',
  'rule',
  'scopes',
  'secondAbove',
  'sha256',
  'slug',
  'source',
  'status',
  'title',
  'titles',
  'total',
]
/** Whose `name` is that of a thing: a department, a template, a key. */
const thingsWithNames = /^(organizations|directory|agreements|work|onboarding|payments)\.|^access\.key-/
const isOfAThing = (event: string, property: string): boolean =>
  codes.includes(property) ||
  (property === 'name' && thingsWithNames.test(event)) ||
  // The organization's own bank, and why somebody looked at its own number.
  (event.startsWith('organizations.') && ['bankName', 'reason'].includes(property)) ||
  // What an operator decided about the installation, and about work in the background.
  event === 'audit.restored-mode-lifted' ||
  event.startsWith('background.')

/**
 * Facts that still hold words about a person, which cannot be taken out of the chain again. The list only shrinks: a name
 * becomes an id that is resolved when it is read, and what somebody wrote is sealed under whom it is about.
 */
const stillPersonal: Readonly<Record<string, readonly string[]>> = {
  displayName: [
    'directory.availability-set',
    'directory.ban-lifted',
    'directory.contractor-added',
    'directory.contractor-banned',
    'directory.contractor-changed',
    'directory.contractor-moved',
    'directory.engagement-opened',
    'directory.rate-added',
    'directory.rate-removed',
    'onboarding.completed',
    'onboarding.contractor-invited',
    'onboarding.invitation-accepted',
    'onboarding.invitation-declined',
    'onboarding.invitation-expired',
    'onboarding.invitation-reminder-due',
    'onboarding.opened',
    'onboarding.rejected',
    'onboarding.reminder-due',
    'onboarding.withdrawn',
  ],
  last4: [
    'payees.payout-method-activated',
    'payees.payout-method-cancelled',
    'payees.payout-method-rejected',
    'payees.payout-method-requested',
    'payees.payout-method-revealed',
    'payees.payout-method-verified',
    'payees.payout-method-verified-again',
  ],
  name: [
    'access.member-disabled',
    'access.member-enabled',
    'access.member-invited',
    'access.member-joined',
    'access.member-removed',
    'access.password-reset',
    'access.password-reset-requested',
    'access.portal-access-granted',
    'access.roles-changed',
    'access.sign-in-changed',
    'access.sign-in-link-requested',
  ],
  reason: [
    'agreements.declined',
    'agreements.voided',
    'directory.ban-lifted',
    'directory.contractor-moved',
    'directory.engagement-ended',
    'files.protected-opened',
    'invoices.rejected',
    'invoices.returned',
    'invoices.voided',
    'onboarding.agreement-held',
    'onboarding.invitation-declined',
    'onboarding.rejected',
    'onboarding.stage-rejected',
    'onboarding.stage-waived',
    'onboarding.withdrawn',
    'payees.payout-method-rejected',
    'payees.payout-method-revealed',
    'payments.left-out',
    'payments.payment-returned',
    'payments.run-cancelled',
    'tax.tin-revealed',
    'work.assignment-declined',
    'work.assignment-moved',
  ],
}

/** Text without a form of its own: not an id, a choice, a moment or a day. */
const isWords = (type: z.core.$ZodType): boolean => {
  const { def } = type._zod
  if (type instanceof z.core.$ZodString) return !(type instanceof z.core.$ZodStringFormat)
  if (type instanceof z.core.$ZodArray) return isWords(type._zod.def.element)
  if (type instanceof z.core.$ZodObject) return Object.values(type._zod.def.shape).some(isWords)
  if (type instanceof z.core.$ZodUnion) return type._zod.def.options.some(isWords)
  if (type instanceof z.core.$ZodPipe) return isWords(type._zod.def.in)
  if (type instanceof z.core.$ZodRecord) return isWords(type._zod.def.valueType)
  if (type instanceof z.core.$ZodNullable || type instanceof z.core.$ZodOptional)
    return isWords(type._zod.def.innerType)
  return def.type === 'unknown' || def.type === 'any'
}

const wordsInFacts = declaredEvents()
  .flatMap(({ name, schema }) =>
    Object.entries(schema.shape).flatMap(([property, type]) => (isWords(type) ? [[property, name] as const] : [])),
  )
  .filter(([property, name]) => !isOfAThing(name, property))

test('no fact of the journal holds words about a person, except those that are listed until they are mended', () => {
  const byProperty = Map.groupBy(wordsInFacts, ([property]) => property)
  const found = Object.fromEntries(
    [...byProperty].map(([property, all]) => [property, all.map(([, name]) => name).sort()]),
  )

  expect(found).toEqual(stillPersonal)
})

test('no fact names an address, a telephone number, a birth date or a tax number', () => {
  const properties = declaredEvents().flatMap(({ name, schema }) =>
    Object.keys(schema.shape).map((key) => `${name}.${key}`),
  )

  expect(
    properties.filter((one) => /\.(e?mail|address|phone|birth\w*|tin|iban|account(Number)?)$/i.test(one)),
  ).toEqual([])
})
