import { Anchor, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { PublicCard } from '#web/app/PublicCard.tsx'
import { useBrandOf } from '#web/app/useBrandOf.ts'
import { organizationInPath } from '#web/lib/organizationInPath.ts'
import { safeNext } from '#web/lib/safeNext.ts'
import { SignInForm } from '#web/modules/access/SignInForm.tsx'

export const SignInPage = () => {
  const { next } = useSearch({ from: '/public/sign-in' })
  const navigate = useNavigate()
  const client = useQueryClient()
  useBrandOf(organizationInPath(safeNext(next)))
  const go = () => {
    // Whatever was loaded was loaded for a stranger, or for whoever was here before.
    client.clear()
    void navigate({ href: safeNext(next), replace: true })
  }
  return (
    <PublicCard
      title="Sign in"
      beneath={
        <Group justify="center" gap="lg">
          <Anchor component={Link} to="/sign-in/link">
            Get a link by mail
          </Anchor>
          <Anchor component={Link} to="/reset-password">
            Forgot your password?
          </Anchor>
        </Group>
      }
    >
      <SignInForm onSignedIn={go} />
    </PublicCard>
  )
}
