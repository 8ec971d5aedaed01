import { Button } from '@mantine/core'
import { IconMapPinOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '#web/ui/EmptyState.tsx'

export const NotFoundPage = () => (
  <>
    <title>Not found</title>
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
