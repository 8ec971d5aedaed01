import { Alert, Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { StageView } from '#modules/onboarding/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'

/** An agreement that could not go out by itself: what is in the way, and the page where that is mended. */
export const NotSent = ({ stage }: Readonly<{ stage: StageView }>) => {
  const { here } = useSession()
  const mayWrite = useMay('agreements.change-template')
  const { reason, templateId } = stage
  return (
    <Alert color="yellow" title={reason ?? 'It is not sent yet.'}>
      {templateId === null
        ? 'The contractor waits here. Once there is a template, send the agreement below.'
        : 'The contractor waits here until the agreement is sent.'}
      {mayWrite ? (
        <Group mt="sm">
          <Button
            component={Link}
            to={pathIn(here.slug, `agreements/templates/${templateId ?? 'new'}`)}
            variant="default"
            size="xs"
          >
            {templateId === null ? 'Write a template' : 'Open the template'}
          </Button>
        </Group>
      ) : null}
    </Alert>
  )
}
