import { Modal, Text, Textarea } from '@mantine/core'
import { liftBan } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { DialogForm } from '#web/modules/directory/DialogForm.tsx'

type LiftBanProps = OfContractor & Readonly<{ opened: boolean; onClose: () => void }>

export const LiftBan = ({ contractor, opened, onClose }: LiftBanProps) => (
  <Modal opened={opened} onClose={onClose} title={`Allow ${contractor.displayName} to be engaged again`}>
    <Form contractor={contractor} onDone={onClose} />
  </Modal>
)

const Form = ({ contractor, onDone }: OfContractor & Readonly<{ onDone: () => void }>) => {
  const { id: contractorId, version, doNotEngageReason } = contractor
  const form = useCommandForm(liftBan, {
    initial: { reason: '' },
    inputFrom: (values) => ({ ...values, contractorId, version }),
    refreshes: ['directory', 'audit'],
    onDone,
  })
  return (
    <DialogForm form={form} act="Allow again" onCancel={onDone}>
      {doNotEngageReason === null ? null : <Text size="sm">It was said: {doNotEngageReason}</Text>}
      <Textarea
        label="Why"
        description="Stays in the timeline."
        data-autofocus
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </DialogForm>
  )
}
