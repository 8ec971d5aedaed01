import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type AgreementView, voidAgreement } from '#modules/agreements/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

export const VoidAgreement = ({ agreement }: Readonly<{ agreement: AgreementView }>) => {
  const voiding = useCommand(voidAgreement, ['agreements', 'onboarding', 'audit'])
  const [isAsking, asking] = useDisclosure()
  const { id: agreementId, version, title, contractorName } = agreement
  return (
    <>
      <Button variant="default" onClick={asking.open}>
        Call it off
      </Button>
      <ReasonDialog
        opened={isAsking}
        onClose={asking.close}
        title={`Call off “${title}”?`}
        label="Why?"
        confirm="Call it off"
        tone="danger"
        pending={voiding.isPending}
        problem={voiding.error}
        onConfirm={(reason) => voiding.mutate({ agreementId, version, reason }, { onSuccess: asking.close })}
      >
        Nobody can sign it any more. {contractorName} reads the reason.
      </ReasonDialog>
    </>
  )
}
