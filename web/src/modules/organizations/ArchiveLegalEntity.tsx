import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { archiveLegalEntity, type LegalEntityView } from '#modules/organizations/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'

/** Ends the use of a legal entity for anything new. There is no way back, so it asks. */
export const ArchiveLegalEntity = ({ entity }: Readonly<{ entity: LegalEntityView }>) => {
  const { id: legalEntityId, name, version } = entity
  const archiving = useCommand(archiveLegalEntity, ['organizations', 'audit'])
  const [isAsking, asking] = useDisclosure()
  return (
    <>
      <Button variant="default" onClick={asking.open}>
        Archive
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={asking.close}
        title={`Archive ${name}?`}
        confirm={`Archive ${name}`}
        tone="danger"
        pending={archiving.isPending}
        problem={archiving.error}
        onConfirm={() => archiving.mutate({ legalEntityId, version }, { onSuccess: asking.close })}
      >
        No new engagement, agreement or pay run can use it from then on. What it has signed and paid stays readable.
        It cannot be taken back.
      </ConfirmDialog>
    </>
  )
}
