import { Modal, Text, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type EngagementView, endEngagement } from '#modules/directory/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useToday } from '#web/lib/useToday.ts'
import { DialogForm } from '#web/ui/DialogForm.tsx'

type OfEngagement = Readonly<{ engagement: EngagementView }>
type EndEngagementProps = OfEngagement & Readonly<{ opened: boolean; onClose: () => void }>

export const EndEngagement = ({ engagement, opened, onClose }: EndEngagementProps) => (
  <Modal opened={opened} onClose={onClose} title={`End the engagement with ${engagement.legalEntityName}`}>
    <Form engagement={engagement} onDone={onClose} />
  </Modal>
)

const Form = ({ engagement, onDone }: OfEngagement & Readonly<{ onDone: () => void }>) => {
  const { id: engagementId, version } = engagement
  const form = useCommandForm(endEngagement, {
    initial: { lastDay: String(useToday()), reason: '' },
    inputFrom: (values) => ({ ...values, engagementId, version }),
    refreshes: ['directory', 'audit'],
    onDone,
  })
  return (
    <DialogForm form={form} act="End the engagement" onCancel={onDone} tone="danger">
      <Text size="sm">An ended engagement stays as it is. If they come back, open a new one.</Text>
      <DateInput label="Last day" {...form.getInputProps('lastDay')} />
      <Textarea label="Why" autosize minRows={2} {...form.getInputProps('reason')} />
    </DialogForm>
  )
}
