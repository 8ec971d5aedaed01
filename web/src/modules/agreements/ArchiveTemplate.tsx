import { Button } from '@mantine/core'
import { type AgreementTemplateView, archiveTemplate, restoreTemplate } from '#modules/agreements/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

/** Out of use and back: what was sent keeps its text either way. */
export const ArchiveTemplate = ({ template }: Readonly<{ template: AgreementTemplateView }>) => {
  const archiving = useCommand(archiveTemplate, ['agreements'])
  const restoring = useCommand(restoreTemplate, ['agreements'])
  const { id: agreementTemplateId, version, can } = template
  const input = { agreementTemplateId, version }
  return (
    <>
      <ProblemNote problem={archiving.error ?? restoring.error} />
      {can.archive ? (
        <Button variant="default" loading={archiving.isPending} onClick={() => archiving.mutate(input)}>
          Take out of use
        </Button>
      ) : null}
      {can.restore ? (
        <Button variant="default" loading={restoring.isPending} onClick={() => restoring.mutate(input)}>
          Take into use again
        </Button>
      ) : null}
    </>
  )
}
