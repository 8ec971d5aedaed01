import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { archiveDepartment, type DepartmentView, restoreDepartment } from '#modules/organizations/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { DepartmentDialog } from '#web/modules/organizations/DepartmentDialog.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type DepartmentRowProps = Readonly<{ department: DepartmentView; mayChange: boolean }>

/** One department. Archiving asks nothing, because restoring takes it back. */
export const DepartmentRow = ({ department, mayChange }: DepartmentRowProps) => {
  const { id: departmentId, name, archived, version } = department
  const archiving = useCommand(archiveDepartment, ['organizations'])
  const restoring = useCommand(restoreDepartment, ['organizations'])
  const [isRenaming, renaming] = useDisclosure()
  const archive = () =>
    archiving.mutate(
      { departmentId, version },
      { onSuccess: () => notifications.show({ message: `${name} is archived. What is filed there stays.` }) },
    )
  return (
    <Row title={name}>
      {archived ? <StateBadge state="archived" /> : null}
      {mayChange ? (
        <Group gap="xs" wrap="nowrap">
          {archived ? (
            <Button
              variant="default"
              size="xs"
              loading={restoring.isPending}
              aria-label={`Restore ${name}`}
              onClick={() => restoring.mutate({ departmentId, version })}
            >
              Restore
            </Button>
          ) : (
            <>
              <Button variant="default" size="xs" aria-label={`Rename ${name}`} onClick={renaming.open}>
                Rename
              </Button>
              <Button
                variant="default"
                size="xs"
                loading={archiving.isPending}
                aria-label={`Archive ${name}`}
                onClick={archive}
              >
                Archive
              </Button>
            </>
          )}
        </Group>
      ) : null}
      <ProblemNote problem={archiving.error ?? restoring.error} />
      <DepartmentDialog opened={isRenaming} onClose={renaming.close} department={department} />
    </Row>
  )
}
