import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { enableMember, inviteAgain, type MemberView, showInvitationLink } from '#modules/access/contract.ts'
import type { DepartmentView } from '#modules/organizations/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { InvitationLink } from '#web/modules/access/InvitationLink.tsx'
import { ChangeMember } from '#web/modules/access/MemberDialogs.tsx'
import { DisableMember, RemoveMember } from '#web/modules/access/MemberEnds.tsx'
import { roleNames } from '#web/modules/access/roleWords.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { Initials } from '#web/ui/PersonName.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'
import './MemberRow.css'

export type DepartmentName = Pick<DepartmentView, 'id' | 'name' | 'archived'>
export type OfMember = Readonly<{ member: MemberView; departments: readonly DepartmentName[] }>

/** One member: who, as what, for which departments, when they were last here. */
export const MemberRow = ({ member, departments }: OfMember) => {
  const { name, email, roles, status, isMe } = member
  return (
    <Row
      title={
        <span className="MemberRow">
          <Initials name={name} size="sm" />
          {name}
          {isMe ? <span className="MemberRow-me">you</span> : null}
        </span>
      }
      detail={
        <span className="MemberRow-facts">
          <span>{email}</span>
          <span>
            {roleNames(roles)} · {scopeOf(member, departments)}
          </span>
          {status === 'invited' ? null : <LastSeen member={member} />}
        </span>
      }
    >
      <StateBadge state={status} />
      <Acts member={member} departments={departments} />
    </Row>
  )
}

const LastSeen = ({ member: { lastSeenAt } }: Pick<OfMember, 'member'>) =>
  lastSeenAt === null ? (
    <span>Has not signed in yet</span>
  ) : (
    <span>
      Last here <DateText value={new Date(lastSeenAt)} />
    </span>
  )

const scopeOf = ({ departmentIds }: MemberView, departments: readonly DepartmentName[]): string =>
  departmentIds === null
    ? 'all departments'
    : departments
        .filter(({ id }) => departmentIds.includes(id))
        .map(({ name }) => name)
        .join(', ')

type Asked = 'change' | 'disable' | 'remove' | 'link'

const Acts = ({ member, departments }: OfMember) => {
  const { id: memberId, version, name, email, can, status } = member
  const inviting = useCommand(inviteAgain, ['access', 'messaging'])
  const enabling = useCommand(enableMember, ['access'])
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const again = () =>
    inviting.mutate(
      { memberId, version },
      { onSuccess: () => notifications.show({ message: `A new link is on its way to ${email}.` }) },
    )
  if (!Object.values(can).some(Boolean)) return null
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={`What to do with ${name}`} loading={inviting.isPending || enabling.isPending}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {can.inviteAgain ? <Menu.Item onClick={again}>Send the invitation again</Menu.Item> : null}
          {can.showLink ? <Menu.Item onClick={() => setAsked('link')}>Show the link</Menu.Item> : null}
          {can.changeRoles ? <Menu.Item onClick={() => setAsked('change')}>Change roles</Menu.Item> : null}
          {can.enable ? (
            <Menu.Item onClick={() => enabling.mutate({ memberId, version })}>Let in again</Menu.Item>
          ) : null}
          {can.disable ? <Menu.Item onClick={() => setAsked('disable')}>Lock out</Menu.Item> : null}
          {can.remove ? (
            <Menu.Item color="red" onClick={() => setAsked('remove')}>
              {status === 'invited' ? 'Withdraw the invitation' : 'Remove'}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <ProblemNote problem={inviting.error ?? enabling.error} />
      <ChangeMember opened={asked === 'change'} onClose={close} member={member} departments={departments} />
      <DisableMember opened={asked === 'disable'} onClose={close} member={member} />
      <RemoveMember opened={asked === 'remove'} onClose={close} member={member} />
      <MemberLink opened={asked === 'link'} onClose={close} member={member} />
    </>
  )
}

type LinkProps = Readonly<{ member: MemberView; opened: boolean; onClose: () => void }>

const MemberLink = ({ member: { id: memberId, name }, opened, onClose }: LinkProps) => {
  const showing = useCommand(showInvitationLink, ['access'])
  const close = () => {
    onClose()
    showing.reset()
  }
  return (
    <InvitationLink
      opened={opened}
      onClose={close}
      name={name}
      link={showing.data}
      onShow={() => showing.mutate({ memberId })}
      pending={showing.isPending}
      problem={showing.error}
    />
  )
}
