import { Modal, Textarea, TextInput } from '@mantine/core'
import { addContractorType, type ContractorTypeView, changeContractorType } from '#modules/directory/contract.ts'
import { type CommandForm, useCommandForm } from '#web/lib/useCommandForm.ts'
import { DialogForm } from '#web/ui/DialogForm.tsx'

type ContractorTypeDialogProps = Readonly<{
  opened: boolean
  onClose: () => void
  /** The one to change; a new one without it. */
  type?: ContractorTypeView
}>

export const ContractorTypeDialog = ({ opened, onClose, type }: ContractorTypeDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={type ? `Change ${type.name}` : 'Add a contractor type'}>
    {type ? <ChangeForm type={type} onDone={onClose} /> : <AddForm onDone={onClose} />}
  </Modal>
)

type Done = Readonly<{ onDone: () => void }>

const AddForm = ({ onDone }: Done) => {
  const form = useCommandForm(addContractorType, {
    initial: { name: '', description: '' },
    inputFrom: (values) => values,
    refreshes: ['directory'],
    onDone,
  })
  return <Fields form={form} act="Add the type" onCancel={onDone} />
}

const ChangeForm = ({ type, onDone }: Done & Readonly<{ type: ContractorTypeView }>) => {
  const { id: contractorTypeId, name, description, version } = type
  const form = useCommandForm(changeContractorType, {
    initial: { name, description },
    inputFrom: (values) => ({ ...values, contractorTypeId, version }),
    refreshes: ['directory'],
    onDone,
  })
  return <Fields form={form} act="Save" onCancel={onDone} />
}

type FieldsProps = Readonly<{
  form: CommandForm<{ name: string; description: string }>
  act: string
  onCancel: () => void
}>

const Fields = ({ form, act, onCancel }: FieldsProps) => (
  <DialogForm form={form} act={act} onCancel={onCancel}>
    <TextInput label="Name" data-autofocus autoComplete="off" {...form.getInputProps('name')} />
    <Textarea
      label="Description"
      placeholder="Who belongs here"
      autosize
      minRows={2}
      {...form.getInputProps('description')}
    />
  </DialogForm>
)
