import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { changeMyAddress } from './addresses/change-my-address.ts'
import { confirmMyAddress } from './addresses/confirm-my-address.ts'
import { followAddresses } from './addresses/follow-addresses.ts'
import { keepMyAddress } from './addresses/keep-my-address.ts'
import { myAddress } from './addresses/my-address.ts'
import { viewAddressChange } from './addresses/view-address-change.ts'
import { createKey } from './keys/create-key.ts'
import { listKeys } from './keys/list-keys.ts'
import { revokeKey } from './keys/revoke-key.ts'
import { acceptInvitation } from './members/accept-invitation.ts'
import { changeRoles } from './members/change-roles.ts'
import { disableMember } from './members/disable-member.ts'
import { enableMember } from './members/enable-member.ts'
import { inviteAgain } from './members/invite-again.ts'
import { inviteMember } from './members/invite-member.ts'
import { listMembers } from './members/list-members.ts'
import { memberRoles } from './members/reconciliation-store.ts'
import { removeMember } from './members/remove-member.ts'
import { showInvitationLink } from './members/show-invitation-link.ts'
import { viewInvitation } from './members/view-invitation.ts'
import { endMyOtherSessions } from './people/end-my-other-sessions.ts'
import { endMySession } from './people/end-my-session.ts'
import { me } from './people/me.ts'
import { mySessions } from './people/my-sessions.ts'
import { resetPassword } from './people/reset-password.ts'
import { setUp } from './set-up/set-up.ts'
import { viewSetUp } from './set-up/view-set-up.ts'
import { sweepAccess } from './sweep-access.ts'

export const access: Module = {
  name: 'access',
  handlers: [
    viewSetUp,
    setUp,
    viewInvitation,
    acceptInvitation,
    resetPassword,
    me,
    mySessions,
    endMySession,
    endMyOtherSessions,
    myAddress,
    changeMyAddress,
    keepMyAddress,
    viewAddressChange,
    confirmMyAddress,
    listMembers,
    inviteMember,
    inviteAgain,
    showInvitationLink,
    changeRoles,
    disableMember,
    enableMember,
    removeMember,
    listKeys,
    createKey,
    revokeKey,
  ],
  schedules: [sweepAccess, followAddresses],
  reconciliations: [memberRoles],
}
