import { PortalShell } from '#web/app/PortalShell.tsx'
import { SessionContext } from '#web/app/session.ts'
import { useBrandOfSession } from '#web/app/useBrandOf.ts'
import { useMySession } from '#web/app/useMySession.ts'

/** Everything below `/northwind/portal` for contractors. */
export const PortalPages = () => {
  const session = useMySession()
  useBrandOfSession(session)
  return session ? (
    <SessionContext value={session}>
      <PortalShell />
    </SessionContext>
  ) : null
}
