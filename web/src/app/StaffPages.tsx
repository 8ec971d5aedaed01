import { StaffShell } from '#web/app/StaffShell.tsx'
import { SessionContext } from '#web/app/session.ts'
import { useBrandOfSession } from '#web/app/useBrandOf.ts'
import { useMySession } from '#web/app/useMySession.ts'
import { WaitingProvider } from '#web/app/WaitingProvider.tsx'

/** Everything below `/northwind` for members. */
export const StaffPages = () => {
  const session = useMySession()
  useBrandOfSession(session)
  return session ? (
    <SessionContext value={session}>
      <WaitingProvider>
        <StaffShell />
      </WaitingProvider>
    </SessionContext>
  ) : null
}
