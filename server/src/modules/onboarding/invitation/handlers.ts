import { acceptPortalInvitation } from './accept-invitation.ts'
import { declinePortalInvitation } from './decline-invitation.ts'
import { viewPortalInvitation } from './view-invitation.ts'

export const invitationHandlers = [viewPortalInvitation, acceptPortalInvitation, declinePortalInvitation]
