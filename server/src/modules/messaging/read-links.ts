import type { Work } from '#kernel/command.ts'
import { endsOfLinks, type LinkPurpose, linkAddress } from '#modules/access/index.ts'
import { mailsWithLinks } from './store.ts'

export type WaitingLink = Readonly<{
  purpose: LinkPurpose
  linkId: string
  toName: string
  toAddress: string
  address: string
  expiresAt: Date
}>

/**
 * The links of mails that were not sent, for the operator at the console, who has the key file anyway: the way people
 * get in while no mail server is set up.
 */
export const linksOfWaitingMails = async (work: Work): Promise<readonly WaitingLink[]> => {
  const { tx, now, baseUrl, secrets } = work
  const mails = await mailsWithLinks(tx)
  const ends = await endsOfLinks(
    tx,
    mails.map(({ link }) => link.linkId),
    now,
  )
  return mails.flatMap(({ toName, toAddress, link }) => {
    const expiresAt = ends.get(link.linkId)
    if (!expiresAt) return []
    const address = linkAddress({ baseUrl, secrets }, { ...link, organizationId: tx.organizationId })
    return [{ ...link, toName, toAddress, address, expiresAt }]
  })
}
