import { Modal } from '@mantine/core'
import { changeEngagement, type EngagementView } from '#modules/directory/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { EngagementFields } from '#web/modules/directory/EngagementFields.tsx'
import { DialogForm } from '#web/ui/DialogForm.tsx'

type OfEngagement = Readonly<{ engagement: EngagementView }>
type ChangeEngagementProps = OfEngagement & Readonly<{ opened: boolean; onClose: () => void }>

export const ChangeEngagement = ({ engagement, opened, onClose }: ChangeEngagementProps) => (
  <Modal opened={opened} onClose={onClose} title={`Engagement with ${engagement.legalEntityName}`}>
    <Form engagement={engagement} onDone={onClose} />
  </Modal>
)

type Values = Readonly<{ departmentId: string | null; startsOn: string; endsOn: string | null }>

const Form = ({ engagement, onDone }: OfEngagement & Readonly<{ onDone: () => void }>) => {
  const { id: engagementId, version, departmentId, startsOn, endsOn } = engagement
  const initial: Values = { departmentId, startsOn, endsOn }
  const form = useCommandForm(changeEngagement, {
    initial,
    inputFrom: (values) => ({ ...values, engagementId, version }),
    refreshes: ['directory', 'audit'],
    onDone,
  })
  return (
    <DialogForm form={form} act="Save" onCancel={onDone}>
      <EngagementFields inputProps={(name) => form.getInputProps(name)} />
    </DialogForm>
  )
}
