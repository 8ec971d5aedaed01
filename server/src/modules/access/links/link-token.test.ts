import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OrganizationId, uuidV7 } from '#kernel/ids.ts'
import { createSecrets } from '#kernel/secrets.ts'
import { LinkId } from '#modules/access/contract.ts'
import { addressOf, type LinkName, type LinkPurpose, linkOf, tokenOf } from './link-token.ts'

const secretsOf = () => createSecrets(randomBytes(32), (count) => new Uint8Array(randomBytes(count)))
const secrets = secretsOf()
const uuid = () => uuidV7(new Date('2026-11-16T09:00:00Z'), new Uint8Array(randomBytes(10)))
const purposes: readonly LinkPurpose[] = [
  'member-invitation',
  'portal-invitation',
  'password-reset',
  'sign-in',
  'address-change',
]
const aLink = (purpose: LinkPurpose = 'member-invitation'): LinkName => ({
  purpose,
  organizationId: OrganizationId.parse(uuid()),
  linkId: LinkId.parse(uuid()),
})

test('a link for one purpose opens no other', () => {
  for (const made of purposes)
    for (const tried of purposes.filter((purpose) => purpose !== made))
      expect(linkOf(secrets, tried, tokenOf(secrets, aLink(made)))).toBeUndefined()
})

test('a link made with another key is none', () => {
  const link = aLink()

  expect(linkOf(secrets, link.purpose, tokenOf(secretsOf(), link))).toBeUndefined()
})

test('a token with any character changed, missing or added is none', () => {
  const link = aLink()
  const token = tokenOf(secrets, link)

  fc.assert(
    fc.property(fc.nat(token.length - 2), fc.constantFrom(...'ABCxyz019-_. ='), (place, sign) => {
      fc.pre(token[place] !== sign)
      expect(linkOf(secrets, link.purpose, token.slice(0, place) + sign + token.slice(place + 1))).toBeUndefined()
      expect(linkOf(secrets, link.purpose, token.slice(0, place) + token.slice(place + 1))).toBeUndefined()
      expect(linkOf(secrets, link.purpose, token.slice(0, place) + sign + token.slice(place))).toBeUndefined()
    }),
  )
})

test('any text at all is refused quietly', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (text) => {
      expect(linkOf(secrets, 'sign-in', text)).toBeUndefined()
    }),
  )
})

test('the same link gives the same token again, so that a mail can be written later and twice', () => {
  const link = aLink('password-reset')

  expect(tokenOf(secrets, link)).toBe(tokenOf(secrets, link))
  expect(linkOf(secrets, 'password-reset', tokenOf(secrets, link))).toEqual(link)
})

test('the token stands behind the # of the address, where no server log sees it', () => {
  const link = aLink()

  const address = new URL(addressOf({ baseUrl: 'https://muster.example', secrets }, link))

  expect(address.pathname).toBe('/invitation')
  expect(address.search).toBe('')
  expect(address.hash).toBe(`#${tokenOf(secrets, link)}`)
})
