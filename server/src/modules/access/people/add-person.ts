import type { Work } from '#kernel/command.ts'
import { id, PersonId } from '#kernel/ids.ts'
import { refuseWeakPassword } from './password.ts'
import { insertPerson, type Person } from './store.ts'

const AccountId = id('AccountId')

type NewPerson = Readonly<{ name: string; email: string; password: string; pointer: string }>

/** The only way a person comes into being: inside the use case that lets them in, never by signing up. */
export const addPerson = async (
  { tx, now, newId }: Work,
  { name, email, password, pointer }: NewPerson,
): Promise<Person> => {
  refuseWeakPassword(password, [name, email], pointer)
  const person = { id: newId(PersonId), name, email, twoFactor: false }
  await insertPerson(tx, { person, accountId: newId(AccountId), passwordHash: await hashOf(password), now })
  return person
}

// Loaded when first needed: the library is large, and most processes sign nobody in for minutes after their start.
const library = () => import('better-auth/crypto')

export const hashOf = async (password: string): Promise<string> => (await library()).hashPassword(password)

export const isPassword = async (password: string, hash: string | undefined): Promise<boolean> =>
  hash !== undefined && (await library()).verifyPassword({ hash, password })
