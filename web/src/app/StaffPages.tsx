import { SessionProvider } from '#web/app/SessionProvider.tsx'
import { StaffShell } from '#web/app/StaffShell.tsx'
import { useBrandOfSession } from '#web/app/useBrandOf.ts'
import { useMySession } from '#web/app/useMySession.ts'
import { WaitingProvider } from '#web/app/WaitingProvider.tsx'

/** Everything below `/northwind` for members. */
export const StaffPages = () => {
  const session = useMySession()
  useBrandOfSession(session)
  return session ? (
    <SessionProvider session={session}>
      <WaitingProvider>
        <StaffShell />
      </WaitingProvider>
    </SessionProvider>
  ) : null
}
