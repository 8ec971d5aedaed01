import { createHmac, timingSafeEqual } from 'node:crypto'
import { OrganizationId } from '#kernel/ids.ts'
import type { Secrets } from '#kernel/secrets.ts'
import { LinkId } from '#modules/access/contract.ts'

/** What a link can be for. Part of what is signed: a link for one thing never opens another. */
export const linkPurposes = [
  'member-invitation',
  'portal-invitation',
  'password-reset',
  'sign-in',
  'address-change',
] as const
export type LinkPurpose = (typeof linkPurposes)[number]

export type LinkName = Readonly<{ purpose: LinkPurpose; organizationId: OrganizationId; linkId: LinkId }>

const idBytes = 16
const proofBytes = 32

/**
 * organization id, link id, proof: 64 bytes in base64url. The proof is an HMAC-SHA-256 that only the key file can
 * make, so nothing secret is stored or recorded anywhere: whoever writes the mail makes the same token again from
 * the ids. A thief of the database finds no link in it, and somebody who can write to it can't forge one.
 */
export const tokenOf = (secrets: Pick<Secrets, 'derive'>, link: LinkName): string =>
  Buffer.concat([bytesOf(link.organizationId), bytesOf(link.linkId), proofOf(secrets, link)]).toString('base64url')

/** The link that a token names, or undefined when it was not made here for this purpose. */
export const linkOf = (
  secrets: Pick<Secrets, 'derive'>,
  purpose: LinkPurpose,
  token: string,
): LinkName | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  // The length of the text too: base64url decoding overlooks what does not belong to it.
  if (bytes.length !== 2 * idBytes + proofBytes || token.length !== 86) return undefined
  const organizationId = OrganizationId.safeParse(uuidOf(bytes.subarray(0, idBytes)))
  const linkId = LinkId.safeParse(uuidOf(bytes.subarray(idBytes, 2 * idBytes)))
  if (!organizationId.success || !linkId.success) return undefined
  const link = { purpose, organizationId: organizationId.data, linkId: linkId.data }
  return timingSafeEqual(bytes.subarray(2 * idBytes), proofOf(secrets, link)) ? link : undefined
}

/**
 * Where each kind of link leads. The token stands after `#`: browsers keep that part to themselves, so no log has
 * it.
 */
const pages: Readonly<Record<LinkPurpose, string>> = {
  'member-invitation': '/invitation',
  'portal-invitation': '/portal-invitation',
  'password-reset': '/reset-password',
  'sign-in': '/sign-in/link',
  'address-change': '/sign-in/address',
}

export const addressOf = (outside: Readonly<{ baseUrl: string; secrets: Secrets }>, link: LinkName): string =>
  `${pageOfLink(outside, link.purpose)}#${tokenOf(outside.secrets, link)}`

/** Where links of a kind lead, without what makes one work: fit to be read by anybody. */
export const pageOfLink = ({ baseUrl }: Readonly<{ baseUrl: string }>, purpose: LinkPurpose): string =>
  `${baseUrl}${pages[purpose]}`

const proofOf = (secrets: Pick<Secrets, 'derive'>, { purpose, organizationId, linkId }: LinkName): Buffer =>
  createHmac('sha256', secrets.derive('links')).update([purpose, organizationId, linkId].join(' ')).digest()

export const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')

export const uuidOf = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
