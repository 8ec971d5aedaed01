import { Button } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconPlugConnectedX } from '@tabler/icons-react'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { NotFoundPage } from '#web/app/NotFoundPage.tsx'
import { asProblem } from '#web/lib/problem.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'

/** What a page shows when it could not be loaded or fell over: what happened, what is safe, the way on. */
export const ErrorPage = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const problem = asProblem(error)
  if (problem.status === 404) return <NotFoundPage />
  const retry = () => {
    reset()
    void router.invalidate()
  }
  const look = looks[problem.slug === 'unreachable' ? 'unreachable' : problem.status === 403 ? 'forbidden' : 'broken']
  return (
    <div role="alert">
      <EmptyState
        icon={look.icon}
        title={look.title}
        action={
          <Button variant="default" onClick={retry}>
            Try again
          </Button>
        }
      >
        {problem.message}
      </EmptyState>
    </div>
  )
}

const looks = {
  unreachable: { icon: IconPlugConnectedX, title: 'No connection' },
  forbidden: { icon: IconLock, title: 'This is not open to you' },
  broken: { icon: IconAlertTriangle, title: 'This page could not be shown' },
} as const
