import type { Work } from '#kernel/command.ts'
import type { LinkId } from '#modules/access/contract.ts'
import { invitationOfAnother, linkShown, noOpenInvitation } from '#modules/access/problems.ts'
import { addressOf, type LinkPurpose } from './link-token.ts'
import { lockOpenLinkOf, saveShown } from './store.ts'

type Shown = Readonly<{ linkId: LinkId; address: string; expiresAt: string }>

/**
 * The address of an invitation, for whoever sent it and for nobody else: once, so that a second look is a new
 * invitation, of which the journal speaks. The caller asks whether they may grant what it gives.
 */
export const showLinkOnce = async (
  { tx, actor, now, baseUrl, secrets }: Work,
  purpose: LinkPurpose,
  subjectId: string,
): Promise<Shown> => {
  const link = await lockOpenLinkOf(tx, { purpose, subjectId, now })
  if (!link) throw noOpenInvitation()
  const { linkId, expiresAt, madeBy, shownAt } = link
  if (madeBy !== actor.personId) throw invitationOfAnother()
  if (shownAt) throw linkShown({ shownAt: shownAt.toISOString() })
  await saveShown(tx, linkId, now)
  const address = addressOf({ baseUrl, secrets }, { purpose, organizationId: tx.organizationId, linkId })
  return { linkId, address, expiresAt: expiresAt.toISOString() }
}
