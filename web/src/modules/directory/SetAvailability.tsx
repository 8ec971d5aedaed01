import { Modal } from '@mantine/core'
import { setAvailability } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import {
  AvailabilityFields,
  availabilityValues,
  sentAvailability,
} from '#web/modules/directory/AvailabilityFields.tsx'
import { DialogForm } from '#web/ui/DialogForm.tsx'

type SetAvailabilityProps = OfContractor & Readonly<{ opened: boolean; onClose: () => void }>

export const SetAvailability = ({ contractor, opened, onClose }: SetAvailabilityProps) => (
  <Modal opened={opened} onClose={onClose} title={`When is ${contractor.displayName} free?`}>
    <Form contractor={contractor} onDone={onClose} />
  </Modal>
)

const Form = ({ contractor, onDone }: OfContractor & Readonly<{ onDone: () => void }>) => {
  const { id: contractorId, version } = contractor
  const form = useCommandForm(setAvailability, {
    initial: availabilityValues(contractor),
    inputFrom: (values) => ({ ...sentAvailability(values), contractorId, version }),
    refreshes: ['directory', 'audit'],
    onDone,
  })
  return (
    <DialogForm form={form} act="Save" onCancel={onDone}>
      <AvailabilityFields form={form} />
    </DialogForm>
  )
}
