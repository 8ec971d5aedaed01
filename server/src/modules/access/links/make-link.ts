import type { Work } from '#kernel/command.ts'
import { LinkId } from '#modules/access/contract.ts'
import type { LinkPurpose } from './link-token.ts'
import { endLinksOf, insertLink } from './store.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** How long each kind of link works. An invitation may wait over a holiday; a way around the password may not. */
const worksForMs: Readonly<Record<LinkPurpose, number>> = {
  'member-invitation': 14 * dayMs,
  'portal-invitation': 14 * dayMs,
  'password-reset': 60 * minuteMs,
  'sign-in': 10 * minuteMs,
  'address-change': 3 * dayMs,
}
export const signInLinkSeconds = worksForMs['sign-in'] / 1000

/** A new link for this subject; the ones before it stop working. */
export const makeLink = async (
  { tx, actor, now, newId }: Pick<Work, 'tx' | 'actor' | 'now' | 'newId'>,
  purpose: LinkPurpose,
  subjectId: string,
): Promise<Readonly<{ linkId: LinkId; expiresAt: Date }>> => {
  const linkId = newId(LinkId)
  await endLinksOf(tx, { purpose, subjectId, now })
  return keepLink({ tx, actor, now }, { linkId, purpose, subjectId })
}

type Named = Readonly<{ linkId: LinkId; purpose: LinkPurpose; subjectId: string }>

/** Writes down a link whose id is there already. */
export const keepLink = async (
  { tx, actor, now }: Pick<Work, 'tx' | 'actor' | 'now'>,
  { linkId, purpose, subjectId }: Named,
): Promise<Readonly<{ linkId: LinkId; expiresAt: Date }>> => {
  const expiresAt = new Date(now.getTime() + worksForMs[purpose])
  await insertLink(tx, { id: linkId, purpose, subjectId, expiresAt, madeBy: actor.personId })
  return { linkId, expiresAt }
}
