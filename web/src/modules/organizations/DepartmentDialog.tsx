import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { addDepartment, type DepartmentView, renameDepartment } from '#modules/organizations/contract.ts'
import { type CommandForm, useCommandForm } from '#web/lib/useCommandForm.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type DepartmentDialogProps = Readonly<{
  opened: boolean
  onClose: () => void
  /** The one to rename; a new one without it. */
  department?: DepartmentView
}>

export const DepartmentDialog = ({ opened, onClose, department }: DepartmentDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={department ? `Rename ${department.name}` : 'Add a department'}>
    {department ? <RenameForm department={department} onDone={onClose} /> : <AddForm onDone={onClose} />}
  </Modal>
)

type Done = Readonly<{ onDone: () => void }>

const AddForm = ({ onDone }: Done) => {
  const form = useCommandForm(addDepartment, {
    initial: { name: '' },
    inputFrom: (values) => values,
    refreshes: ['organizations'],
    onDone,
  })
  return <NameForm form={form} onCancel={onDone} act="Add the department" />
}

const RenameForm = ({ department, onDone }: Done & Readonly<{ department: DepartmentView }>) => {
  const { id: departmentId, name, version } = department
  const form = useCommandForm(renameDepartment, {
    initial: { name },
    inputFrom: (values) => ({ ...values, departmentId, version }),
    refreshes: ['organizations'],
    onDone,
  })
  return <NameForm form={form} onCancel={onDone} act="Rename" />
}

type NameFormProps = Readonly<{ form: CommandForm<{ name: string }>; onCancel: () => void; act: string }>

const NameForm = ({ form, onCancel, act }: NameFormProps) => (
  <form onSubmit={form.submit} noValidate>
    <Stack gap="md">
      <TextInput label="Name" autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <ProblemNote problem={form.problem} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={form.pending}>
          {act}
        </Button>
      </Group>
    </Stack>
  </form>
)
