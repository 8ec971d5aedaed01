import { z } from 'zod'
import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { PersonId } from '#kernel/ids.ts'
import { deleteSession, sessionOfToken } from '#modules/access/people/store.ts'
import { wrongProof } from '#modules/access/problems.ts'
import { completed, userIn } from './completed.ts'
import { door, type House, type Reply } from './door.ts'
import { forward } from './forward.ts'
import { CurrentPassword, personAt, provenBySelf, tellOfChange } from './self.ts'
import { claimCode } from './store.ts'

/** Apps show `123 456`, and a backup code is copied with whatever stands around it. */
const unspaced = (typed: string): string => typed.replaceAll(/\s/g, '')

export const Code = z
  .string()
  .max(40)
  .overwrite(unspaced)
  .regex(/^\d{6}$/, 'Write the six digits that your app shows.')
export const BackupCode = z.string().max(80).overwrite(unspaced).min(6).max(40)

/**
 * The secret for the authenticator app, and ten codes for the day the phone is lost. Nothing is on until a code
 * came.
 */
const enable = door({
  method: 'POST',
  path: '/two-factor/enable',
  admits: 'signed-in',
  input: z.strictObject({ password: CurrentPassword }),
  open: async (house, visit, body) => {
    const { json, cookies } = await provenBySelf(house, visit, () =>
      forward(house, visit, { method: 'POST', path: '/two-factor/enable', body }),
    )
    return { json: { totpURI: json.totpURI, backupCodes: json.backupCodes }, cookies }
  },
})

/** The second step of signing in; for somebody signed in, the last step of turning it on. */
const verify = door({
  method: 'POST',
  path: '/two-factor/verify-totp',
  admits: 'anybody',
  input: z.strictObject({ code: Code }),
  open: async (house, visit, { code }) => {
    const ask = () => forward(house, visit, { method: 'POST', path: '/two-factor/verify-totp', body: { code } })
    if (!visit.signedIn) {
      const reply = await ask()
      await refuseUsedCode(house, reply, code)
      return completed(house, visit, reply)
    }
    const wasOn = (await personAt(house, visit)).twoFactor
    const reply = await provenBySelf(house, visit, ask)
    await refuseUsedCode(house, { ...reply, cookies: [] }, code)
    if (!wasOn) await tellOfChange(house, visit, 'two-factor-enabled')
    return { json: {}, cookies: reply.cookies }
  },
})

/** One code, one use. Whoever comes second with it loses the session that better-auth has just made for them. */
const refuseUsedCode = async ({ runtime }: House, { json, cookies }: Reply, code: string): Promise<void> => {
  const personId = PersonId.parse(userIn(json).id)
  const now = runtime.outside.now()
  const isFirst = await transaction(runtime.db, machine(noOrganizationId), async (tx) => {
    if (await claimCode(tx, { personId, code, now })) return true
    const token = json.token
    const session = cookies.length > 0 && typeof token === 'string' ? await sessionOfToken(tx, token) : undefined
    if (session) await deleteSession(tx, personId, session.id)
    return false
  })
  if (!isFirst) throw wrongProof()
}

const useBackupCode = door({
  method: 'POST',
  path: '/two-factor/verify-backup-code',
  admits: 'anybody',
  input: z.strictObject({ code: BackupCode }),
  open: async (house, visit, { code }) => {
    const stranger = { ...visit, signedIn: undefined }
    const path = '/two-factor/verify-backup-code'
    return completed(house, visit, await forward(house, stranger, { method: 'POST', path, body: { code } }))
  },
})

const disable = door({
  method: 'POST',
  path: '/two-factor/disable',
  admits: 'fresh',
  input: z.strictObject({ password: CurrentPassword }),
  open: async (house, visit, body) => {
    const { cookies } = await provenBySelf(house, visit, () =>
      forward(house, visit, { method: 'POST', path: '/two-factor/disable', body }),
    )
    await tellOfChange(house, visit, 'two-factor-disabled')
    return { json: {}, cookies }
  },
})

const renewBackupCodes = door({
  method: 'POST',
  path: '/two-factor/generate-backup-codes',
  admits: 'fresh',
  input: z.strictObject({ password: CurrentPassword }),
  open: async (house, visit, body) => {
    const { json, cookies } = await provenBySelf(house, visit, () =>
      forward(house, visit, { method: 'POST', path: '/two-factor/generate-backup-codes', body }),
    )
    await tellOfChange(house, visit, 'backup-codes-renewed')
    return { json: { backupCodes: json.backupCodes }, cookies }
  },
})

/** Turns a code that is right and new into a proof, for whoever confirms that it is them. */
export const proveByCode = async (
  house: House,
  visit: Parameters<typeof forward>[1],
  code: string,
): Promise<void> => {
  const reply = await forward(house, visit, { method: 'POST', path: '/two-factor/verify-totp', body: { code } })
  await refuseUsedCode(house, { ...reply, cookies: [] }, code)
}

/** The same for whoever has lost the phone. better-auth strikes the code off as it accepts it, so it works once. */
export const proveByBackupCode = async (
  house: House,
  visit: Parameters<typeof forward>[1],
  code: string,
): Promise<void> => {
  await forward(house, visit, { method: 'POST', path: '/two-factor/verify-backup-code', body: { code } })
}

export const twoFactorDoors = [enable, verify, useBackupCode, disable, renewBackupCodes]
