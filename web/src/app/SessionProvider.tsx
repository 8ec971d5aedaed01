import type { ReactNode } from 'react'
import { type Session, SessionContext } from '#web/app/session.ts'
import { DraftsOf } from '#web/lib/drafts.ts'

type SessionProviderProps = Readonly<{ session: Session; children: ReactNode }>

/** Who is signed in, for everything below: also whose drafts this browser keeps. */
export const SessionProvider = ({ session, children }: SessionProviderProps) => (
  <SessionContext value={session}>
    <DraftsOf value={session.person.id}>{children}</DraftsOf>
  </SessionContext>
)
