import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { changeProject, type ProjectView } from '#modules/work/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

/** Closing asks nothing, because opening again takes it back. */
export const CloseProject = ({ project }: Readonly<{ project: ProjectView }>) => {
  const { id: projectId, name, code, departmentId, legalEntityId, budget, startsOn, endsOn, version } = project
  const changing = useCommand(changeProject, ['work', 'audit'])
  const isOpen = project.status === 'open'
  const toggle = () => {
    const terms = { name, code, departmentId, legalEntityId, budget, startsOn, endsOn }
    changing.mutate(
      { ...terms, projectId, version, status: isOpen ? 'closed' : 'open' },
      {
        onSuccess: () =>
          notifications.show({
            message: isOpen
              ? `${name} is closed: no new work is planned in it. Work that has begun goes on.`
              : `${name} is open again.`,
          }),
      },
    )
  }
  return (
    <>
      <Button variant="default" loading={changing.isPending} onClick={toggle}>
        {isOpen ? 'Close' : 'Open again'}
      </Button>
      <ProblemNote problem={changing.error} />
    </>
  )
}
