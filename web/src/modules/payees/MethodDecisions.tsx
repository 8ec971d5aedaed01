import { Modal, Text, Textarea } from '@mantine/core'
import { type PayoutMethodView, rejectPayoutMethod, verifyPayoutMethod } from '#modules/payees/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { DialogForm } from '#web/ui/DialogForm.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

type DecisionProps = Readonly<{ method: PayoutMethodView; opened: boolean; onClose: () => void }>

const refreshes = ['payees', 'onboarding', 'payments', 'audit']

/** A second person confirms an account, and says how they checked it. */
export const VerifyMethod = ({ method, opened, onClose }: DecisionProps) => (
  <Modal opened={opened} onClose={onClose} title={`Confirm the account •••• ${method.last4}?`}>
    <VerifyForm method={method} onDone={onClose} />
  </Modal>
)

const VerifyForm = ({ method, onDone }: Readonly<{ method: PayoutMethodView; onDone: () => void }>) => {
  const { id: payoutMethodId, version, status, isChange, holderName } = method
  const form = useCommandForm(verifyPayoutMethod, {
    initial: { how: '' },
    inputFrom: ({ how }) => ({ payoutMethodId, version, how }),
    refreshes,
    onDone,
  })
  return (
    <DialogForm form={form} act="Confirm the account" onCancel={onDone}>
      <Text size="sm">
        Call {holderName} on a number you knew before this account was named, and have them read the last digits to
        you.
        {whatFollows({ status, isChange })}
      </Text>
      <Textarea
        label="How did you check it?"
        description="Whom you called, on which number, what they said. It goes on the record."
        autosize
        minRows={3}
        data-autofocus
        {...form.getInputProps('how')}
      />
    </DialogForm>
  )
}

const whatFollows = ({ status, isChange }: Pick<PayoutMethodView, 'status' | 'isChange'>): string => {
  if (status === 'active') return ' Money that came back before no longer holds payments to it.'
  return isChange ? ' After you confirm, it is held for 72 hours; until then the old account is paid.' : ''
}

export const RejectMethod = ({ method, opened, onClose }: DecisionProps) => {
  const rejecting = useCommand(rejectPayoutMethod, refreshes)
  const { id: payoutMethodId, version, last4, holderName } = method
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title={`Refuse the account •••• ${last4}?`}
      label="Why?"
      confirm="Refuse the account"
      tone="danger"
      pending={rejecting.isPending}
      problem={rejecting.error}
      onConfirm={(reason) => rejecting.mutate({ payoutMethodId, version, reason }, { onSuccess: onClose })}
    >
      {holderName} reads the reason and can name another account.
    </ReasonDialog>
  )
}
