import { Modal, Text, Textarea } from '@mantine/core'
import { banContractor } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { DialogForm } from '#web/modules/directory/DialogForm.tsx'

type BanContractorProps = OfContractor & Readonly<{ opened: boolean; onClose: () => void }>

export const BanContractor = ({ contractor, opened, onClose }: BanContractorProps) => (
  <Modal opened={opened} onClose={onClose} title={`Do not engage ${contractor.displayName} again`}>
    <Form contractor={contractor} onDone={onClose} />
  </Modal>
)

const Form = ({ contractor, onDone }: OfContractor & Readonly<{ onDone: () => void }>) => {
  const { id: contractorId, version } = contractor
  const form = useCommandForm(banContractor, {
    initial: { reason: '' },
    inputFrom: (values) => ({ ...values, contractorId, version }),
    refreshes: ['directory', 'audit'],
    onDone,
  })
  return (
    <DialogForm form={form} act="Do not engage again" onCancel={onDone} tone="danger">
      <Text size="sm">
        No engagement and no assignment can start until this is lifted. What is running is not touched.
      </Text>
      <Textarea
        label="Why"
        description="Read by legal and the owner only. The contractor does not see it."
        data-autofocus
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </DialogForm>
  )
}
