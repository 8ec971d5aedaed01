import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { askDoor } from '#web/lib/askDoor.ts'

type Entry = Readonly<{ email: string; password: string; next: string }>

/**
 * The way in for whoever has just accepted an invitation: with the password they chose a moment ago, so that nobody
 * types it twice. Whoever had a way in before, or is asked for more than a password, signs in as usual.
 */
export const useEntry = () => {
  const navigate = useNavigate()
  const client = useQueryClient()
  return async ({ email, password, next }: Entry): Promise<void> => {
    const isIn = password !== '' && (await signIn(email, password))
    client.clear()
    if (isIn) await navigate({ href: next, replace: true })
    else await navigate({ to: '/sign-in', search: { next }, replace: true })
  }
}

const signIn = (email: string, password: string): Promise<boolean> =>
  askDoor('/sign-in/email', { email, password }).then(
    ({ twoFactorRedirect }) => twoFactorRedirect !== true,
    () => false,
  )
