import { Button } from '@mantine/core'
import { IconMapPinOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '#web/ui/EmptyState.tsx'

/** For an address that leads nowhere, inside a shell. */
export const NotFoundPage = () => (
  <>
    <title>Not found</title>
    <h1 className="NotFound-title">Not found</h1>
    <EmptyState
      icon={IconMapPinOff}
      title="There is nothing here"
      action={
        <Button component={Link} to="/" variant="default">
          Go to the start
        </Button>
      }
    >
      The address may be wrong, or what was here is not yours to see.
    </EmptyState>
  </>
)

/** The same where there is no shell, because not even the organization is known. */
export const NothingPage = () => (
  <main>
    <NotFoundPage />
  </main>
)
