import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type AgreementView, sendDraft } from '#modules/agreements/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'

export const SendDraft = ({ agreement }: Readonly<{ agreement: AgreementView }>) => {
  const sending = useCommand(sendDraft, ['agreements', 'onboarding', 'audit'])
  const [isAsking, asking] = useDisclosure()
  const { id: agreementId, version, title, contractorName, missing } = agreement
  return (
    <>
      <Button onClick={asking.open} disabled={missing.length > 0}>
        Send it
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={asking.close}
        title={`Send “${title}”?`}
        confirm="Send it"
        pending={sending.isPending}
        problem={sending.error}
        onConfirm={() => sending.mutate({ agreementId, version }, { onSuccess: asking.close })}
      >
        {contractorName} is asked to sign. From then on the text is fixed.
      </ConfirmDialog>
    </>
  )
}
