import { createHmac } from 'node:crypto'
import { machine } from '#kernel/actor.ts'
import { type Tx, transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { uuidV7 } from '#kernel/ids.ts'
import type { Outside, Runtime } from '#kernel/runtime.ts'
import type { Secrets } from '#kernel/secrets.ts'
import { endSetUpLinks, insertSetUpLink, isAnybodyHere, lastOpenLink, oneAtATime } from './store.ts'

const worksForMs = 24 * 60 * 60_000

/**
 * The address by which an organization and its first owner are made. Printed where only the operator reads it; works
 * once, for a day, and ends the ones before. Asked of the command line for every further organization.
 */
export const makeSetUpLink = async (runtime: Runtime): Promise<string> => {
  const token = await transaction(runtime.db, machine(noOrganizationId), (tx) => replaceLink(tx, runtime.outside))
  return addressOf(runtime.outside, token)
}

const addressOf = ({ baseUrl }: Pick<Outside, 'baseUrl'>, token: string) => `${baseUrl}/set-up#${token}`

const replaceLink = async (tx: Tx, { now, randomBytes: random, secrets }: Outside): Promise<string> => {
  const id = uuidV7(now(), random(10))
  const token = tokenOf(secrets, id)
  await endSetUpLinks(tx, now())
  await insertSetUpLink(tx, { id, token, expiresAt: new Date(now().getTime() + worksForMs) })
  return token
}

/** Made again from the id and the key by every process of the install, so that all of them print the same link. */
const tokenOf = (secrets: Secrets, id: string): string =>
  createHmac('sha256', secrets.derive('set-up link')).update(id).digest('base64url')

/** At every start until somebody is there, and the same one from every process that starts; undefined from then on. */
export const setUpLinkAtStart = async (runtime: Runtime): Promise<string | undefined> => {
  const { outside } = runtime
  const entry = machine(noOrganizationId)
  if (await transaction(runtime.db, { ...entry, readOnly: true }, isAnybodyHere)) return undefined
  const token = await transaction(runtime.db, entry, async (tx) => {
    await oneAtATime(tx)
    const open = await lastOpenLink(tx, outside.now())
    return open === undefined ? replaceLink(tx, outside) : tokenOf(outside.secrets, open)
  })
  return addressOf(outside, token)
}
