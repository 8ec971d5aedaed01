import type { Work } from '#kernel/command.ts'
import { dayIn, type PlainDate } from '#kernel/dates.ts'
import type { Tx } from '#kernel/db.ts'
import type { Organization } from './organization.ts'
import { lockOrganization, readOrganization, saveOrganization } from './store.ts'

/** The organization of this transaction. */
export const organizationOf = (tx: Tx): Promise<Organization> => readOrganization(tx)

/** The calendar day where the organization is. */
export const todayOf = async ({ tx, now }: Pick<Work, 'tx' | 'now'>): Promise<PlainDate> =>
  dayIn((await readOrganization(tx)).timeZone, now)

/** Called by whoever keeps the files: an organization knows its logo only by its id. */
export const setLogo = async (
  tx: Tx,
  { logoFileId, version }: Readonly<{ logoFileId: string | null; version: number }>,
): Promise<Organization> => saveOrganization(tx, { ...(await lockOrganization(tx, version)), logoFileId })
