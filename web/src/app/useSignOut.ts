import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { askDoor } from '#web/lib/askDoor.ts'
import { forgetDrafts } from '#web/lib/drafts.ts'

/** Ends the session and leaves nothing of it behind: neither what was loaded nor what was typed and not sent. */
export const useSignOut = (): (() => void) => {
  const client = useQueryClient()
  const router = useRouter()
  return () => {
    const leave = async () => {
      await askDoor('/sign-out', {})
      forgetDrafts()
      await router.navigate({ to: '/sign-in' })
      client.clear()
    }
    // Without the server there is no signing out: the page stays and the next try may reach it.
    leave().catch(() => undefined)
  }
}
