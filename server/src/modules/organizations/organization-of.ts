import { buffer } from 'node:stream/consumers'
import type { Work } from '#kernel/command.ts'
import { dayIn, type PlainDate } from '#kernel/dates.ts'
import type { Tx } from '#kernel/db.ts'
import { pictureOf } from '#kernel/documents/image.ts'
import type { Letterhead } from '#kernel/documents/letterhead.ts'
import type { Logo, Organization } from './organization.ts'
import { lockOrganization, readOrganization, saveOrganization } from './store.ts'

/** The organization of this transaction. */
export const organizationOf = (tx: Tx): Promise<Organization> => readOrganization(tx)

/** The calendar day where the organization is. */
export const todayOf = async ({ tx, now }: Pick<Work, 'tx' | 'now'>): Promise<PlainDate> =>
  dayIn((await readOrganization(tx)).timeZone, now)

/** Called by whoever keeps the files, once a file has become the logo, or none is left. */
export const setLogo = async (
  tx: Tx,
  { logo, version }: Readonly<{ logo: Logo | null; version: number }>,
): Promise<Organization> => saveOrganization(tx, { ...(await lockOrganization(tx, version)), logo })

/** The head of every document that Muster makes: whose it is, in their colour and with their logo. */
export const letterheadOf = async ({ tx, storage }: Pick<Work, 'tx' | 'storage'>): Promise<Letterhead> => {
  const { name, brandColor: colour, logo } = await readOrganization(tx)
  const picture = logo && pictureOf(await buffer(storage.open(tx.organizationId, logo.sha256)))
  return { name, colour, ...(picture ? { logo: picture } : {}) }
}
