import { changeOwnProfile } from './change-own-profile.ts'
import { setOwnAvailability } from './set-own-availability.ts'
import { viewOwnProfile } from './view-own-profile.ts'

export const portalProfileHandlers = [viewOwnProfile, changeOwnProfile, setOwnAvailability]
