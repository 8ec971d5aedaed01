import { Alert, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { changeRoles, inviteMember, type MemberView } from '#modules/access/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { type AccessValues, MemberAccessFields } from '#web/modules/access/MemberAccessFields.tsx'
import type { DepartmentName } from '#web/modules/access/MemberRow.tsx'
import { losesMembers, type MemberRole } from '#web/modules/access/roleWords.ts'
import { DialogForm } from '#web/ui/DialogForm.tsx'

type DialogProps = Readonly<{ opened: boolean; onClose: () => void; departments: readonly DepartmentName[] }>
type FormProps = Readonly<{ onDone: () => void; departments: readonly DepartmentName[] }>

export const InviteMember = ({ opened, onClose, departments }: DialogProps) => (
  <Modal opened={opened} onClose={onClose} title="Invite a member" size="lg">
    <InviteForm onDone={onClose} departments={departments} />
  </Modal>
)

const InviteForm = ({ onDone, departments }: FormProps) => {
  const form = useCommandForm(inviteMember, {
    initial: { name: '', email: '', roles: [] as MemberRole[], isLimited: false, departmentIds: [] as string[] },
    inputFrom: ({ name, email, ...access }) => ({ name, email, ...accessOf(access) }),
    refreshes: ['access', 'messaging'],
    onDone: ({ email }) => {
      notifications.show({ message: `The invitation is on its way to ${email}.` })
      onDone()
    },
    draft: { name: 'invite-member', never: [] },
  })
  return (
    <DialogForm form={form} act="Send the invitation" onCancel={onDone}>
      <TextInput label="Name" autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label="E-mail address"
        description="A link goes there by mail. Who signs in here already keeps their password."
        type="email"
        autoComplete="off"
        {...form.getInputProps('email')}
      />
      <MemberAccessFields form={form} departments={departments} />
    </DialogForm>
  )
}

type ChangeProps = Readonly<{ member: MemberView }>

export const ChangeMember = ({ opened, onClose, departments, member }: DialogProps & ChangeProps) => (
  <Modal opened={opened} onClose={onClose} title={`What ${member.name} may do`} size="lg">
    <ChangeForm onDone={onClose} departments={departments} member={member} />
  </Modal>
)

const ChangeForm = ({ onDone, departments, member }: FormProps & ChangeProps) => {
  const { id: memberId, version, roles, departmentIds, isMe } = member
  const form = useCommandForm(changeRoles, {
    initial: {
      roles: roles.filter((role) => role !== 'contractor'),
      isLimited: departmentIds !== null,
      departmentIds: departmentIds ?? [],
    },
    inputFrom: (access) => ({ memberId, version, ...accessOf(access) }),
    refreshes: ['access'],
    onDone,
  })
  const isGivingUp = isMe && losesMembers(roles, form.getValues().roles)
  return (
    <DialogForm
      form={form}
      act={isGivingUp ? 'Give it up and save' : 'Save'}
      tone={isGivingUp ? 'danger' : 'plain'}
      onCancel={onDone}
    >
      <MemberAccessFields form={form} departments={departments} />
      {isGivingUp ? (
        <Alert color="red" variant="outline" role="alert" title="You are about to lock yourself out of this page">
          Without owner or admin you can neither see nor change the members. Somebody else has to give it back to you.
        </Alert>
      ) : null}
    </DialogForm>
  )
}

const accessOf = ({ roles, isLimited, departmentIds }: AccessValues) => ({
  roles,
  departmentIds: isLimited ? departmentIds : null,
})
