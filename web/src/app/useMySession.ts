import { useMemo } from 'react'
import { me } from '#modules/access/contract.ts'
import { type Session, sessionOf } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'

/** The session of the page that is open; the route has loaded it before the page is shown. */
export const useMySession = (): Session | undefined => {
  const { data } = useView(me, {})
  return useMemo(() => data && sessionOf(data), [data])
}
