import { PortalShell } from '#web/app/PortalShell.tsx'
import { SessionProvider } from '#web/app/SessionProvider.tsx'
import { useBrandOfSession } from '#web/app/useBrandOf.ts'
import { useMySession } from '#web/app/useMySession.ts'

/** Everything below `/northwind/portal` for contractors. */
export const PortalPages = () => {
  const session = useMySession()
  useBrandOfSession(session)
  return session ? (
    <SessionProvider session={session}>
      <PortalShell />
    </SessionProvider>
  ) : null
}
