import { disableMember, type MemberView, removeMember } from '#modules/access/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'

type EndProps = Readonly<{ member: MemberView; opened: boolean; onClose: () => void }>

export const DisableMember = ({ member: { id: memberId, version, name }, opened, onClose }: EndProps) => {
  const disabling = useCommand(disableMember, ['access'])
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Lock ${name} out?`}
      confirm="Lock out"
      tone="danger"
      onConfirm={() => disabling.mutate({ memberId, version }, { onSuccess: onClose })}
      pending={disabling.isPending}
      problem={disabling.error}
    >
      {name} is signed out of this organization at once, and API keys in that name stop working. You can let {name} in
      again, with the same roles.
    </ConfirmDialog>
  )
}

export const RemoveMember = ({ member, opened, onClose }: EndProps) => {
  const { id: memberId, version, name, email, status } = member
  const removing = useCommand(removeMember, ['access'])
  const isInvited = status === 'invited'
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={isInvited ? `Withdraw the invitation of ${name}?` : `Remove ${name}?`}
      confirm={isInvited ? 'Withdraw the invitation' : 'Remove'}
      tone="danger"
      onConfirm={() => removing.mutate({ memberId, version }, { onSuccess: onClose })}
      pending={removing.isPending}
      problem={removing.error}
    >
      {isInvited
        ? `The link that ${email} has stops working.`
        : `${name} can no longer open anything here, and API keys in that name stop working. What was done stays on the record. To come back takes a new invitation.`}
    </ConfirmDialog>
  )
}
