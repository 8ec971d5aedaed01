import { createContext, useContext } from 'react'
import type { z } from 'zod'
import type { me } from '#modules/access/contract.ts'

type Me = z.output<typeof me.output>

/** Who is signed in, and what they may do in the organization whose page is open. */
export type Session = Readonly<{
  person: Me['person']
  organizations: Me['organizations']
  here: NonNullable<Me['here']>
}>

export const SessionContext = createContext<Session | undefined>(undefined)

/** Below the staff shell or the portal there always is one. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('This page stands outside the staff shell and the portal.')
  return session
}

/** Whether the person holds a permission here. What they may do to one thing is said by that thing's `can`. */
export const useMay = (permission: string): boolean => useSession().here.can.includes(permission)

/** Undefined for an organization that does not exist or is not theirs. */
export const sessionOf = ({ person, organizations, here }: Me): Session | undefined =>
  here ? { person, organizations, here } : undefined
