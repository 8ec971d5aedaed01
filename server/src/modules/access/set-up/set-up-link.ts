import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { endSetUpLinks, insertSetUpLink, isAnybodyHere } from './store.ts'

const worksForMs = 24 * 60 * 60_000

/**
 * The address by which an organization and its first owner are made. Printed where only the operator reads it; works
 * once, for a day, and ends the ones before. Asked of the command line for every further organization.
 */
export const makeSetUpLink = async (runtime: Runtime): Promise<string> => {
  const { baseUrl, now, randomBytes: random } = runtime.outside
  const token = Buffer.from(random(32)).toString('base64url')
  await transaction(runtime.db, machine(noOrganizationId), async (tx) => {
    await endSetUpLinks(tx, now())
    await insertSetUpLink(tx, token, new Date(now().getTime() + worksForMs))
  })
  return `${baseUrl}/set-up#${token}`
}

/** At every start until somebody is there; undefined from then on. */
export const setUpLinkAtStart = async (runtime: Runtime): Promise<string | undefined> => {
  const entry = { ...machine(noOrganizationId), readOnly: true as const }
  return (await transaction(runtime.db, entry, isAnybodyHere)) ? undefined : makeSetUpLink(runtime)
}
