import { z } from 'zod'
import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { invalidInput } from '#kernel/problem.ts'
import { isPassword } from '#modules/access/people/add-person.ts'
import { type Person, passwordHashOf } from '#modules/access/people/store.ts'
import { wrongProof } from '#modules/access/problems.ts'
import { door, type House, type Visit } from './door.ts'
import { forward } from './forward.ts'
import { CurrentPassword, personAt, provenBySelf } from './self.ts'
import { BackupCode, Code, proveByBackupCode, proveByCode } from './two-factor-doors.ts'

const Proof = z.strictObject({
  password: CurrentPassword.optional(),
  code: Code.optional(),
  backupCode: BackupCode.optional(),
})

/**
 * "Confirm that it is you": the step before a reveal, a bank change, a release. Where a second factor is on, by its
 * code or by one of the codes kept for the day the phone is lost, else by the password; by passkey through signing in
 * again. The session is exchanged for a new one (ASVS 7.2.4), whose age is what `stepUp` asks for.
 */
const confirm = door({
  method: 'POST',
  path: '/confirm',
  admits: 'signed-in',
  input: Proof,
  open: async (house, visit, given) => {
    const person = await personAt(house, visit)
    const prove = proofOf(house, visit, { person, ...given })
    await provenBySelf(house, visit, prove)
    const { cookies } = await forward(house, visit, { method: 'POST', path: '/renew-session' })
    house.cache.forget(person.id)
    return { json: {}, cookies }
  },
})

type Given = Readonly<{ person: Person }> & z.output<typeof Proof>

/** Asks for what is missing before a guess is counted. */
const proofOf = (
  house: House,
  visit: Visit,
  { person, password, code, backupCode }: Given,
): (() => Promise<void>) => {
  if (person.twoFactor) {
    if (backupCode !== undefined) return () => proveByBackupCode(house, visit, backupCode)
    if (code === undefined) throw asking('code', 'Write the six digits that your app shows.')
    return () => proveByCode(house, visit, code)
  }
  if (password === undefined) throw asking('password', 'Write your password.')
  return async () => {
    const entry = { ...machine(noOrganizationId), readOnly: true as const }
    const hash = await transaction(house.runtime.db, entry, (tx) => passwordHashOf(tx, person.id))
    if (!(await isPassword(password, hash))) throw wrongProof()
  }
}

const asking = (field: string, detail: string) => invalidInput({ errors: [{ pointer: `#/${field}`, detail }] })

export const confirmDoors = [confirm]
